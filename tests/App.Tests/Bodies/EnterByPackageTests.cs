using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.App.Tests.Api;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies;

/// <summary>A package enters bodies that are new here as a list does: for whoever may enter bodies, and the acting body looks after them.</summary>
public sealed class EnterByPackageTests
{
    private const string New = "ags:33333333";

    [Theory, EveryDatabase]
    public async Task A_new_body_is_looked_after_by_the_one_that_brought_it_in(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = await app.Join(towns.A, "office", Role.CoordinationOffice);
        var package = await Written();
        Assert.True((await Import(app, office, package, dryRun: true)).Value.Changes > 20);
        Assert.Null(await Reached(app, office, New));
        Assert.True((await Import(app, office, package)).Value.Changes > 20);
        var body = await Reached(app, office, New);
        Assert.Equal(towns.A, body!.StewardId);
        Assert.True((await app.UseAs<ModelReader, Result<BodyModel>>(With(office, body), (m, ct) => m.Load(New, ct))).Value.Services.Count > 20);
        Assert.Equal(0, (await Import(app, With(office, body), package)).Value.Changes);
        Assert.Null(await Reached(app, towns.OfB, New));
    }

    [Theory, EveryDatabase]
    public async Task A_program_brings_in_new_bodies_with_a_token_and_asks_for_them_at_once(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.BodyAdministrator], "bodies.edit", "bodies.view");
        var package = await Written();
        Assert.Equal(200, (await host.Send(token, "POST", "/api/v1/packages?dryRun=true", package)).Status);
        Assert.Equal(404, (await host.Send(token, "GET", $"/api/v1/bodies/{Uri.EscapeDataString(New)}")).Status);
        var imported = await host.Send(token, "POST", "/api/v1/packages", package);
        Assert.True(imported.Status == 200, imported.Text);
        Assert.Equal(200, (await host.Send(token, "GET", $"/api/v1/bodies/{Uri.EscapeDataString(New)}")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_enter_bodies_is_told_so_before_the_file_is_read(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        foreach (var role in Roles.People.Except(Roles.Officers))
        {
            await Assert.ThrowsAsync<NotPermittedException>(() => Import(app, TwoTowns.Person(towns.A, role), "no package"));
            var refused = await host.Send(await host.Token(towns.A, [role], "bodies.view"), "POST", "/api/v1/packages", "no package", ("Accept-Language", "de"));
            Assert.Equal((403, "not-permitted", "Dafür fehlt Ihnen oder Ihrem Token die Berechtigung."), (refused.Status, refused.Code, (string?)refused.Json["detail"]));
        }

        Assert.Equal(403, (await host.Send(await host.Token(towns.A, [Role.ContinuityOfficer], "bodies.view"), "POST", "/api/v1/packages", await Written())).Status);
        Assert.Null(await Reached(app, Actor.LocalOwner, New));
    }

    [Theory, EveryDatabase]
    public async Task A_new_body_that_breaks_a_rule_leaves_nothing_behind(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = TwoTowns.Person(towns.A, Role.CoordinationOffice);
        var package = JsonNode.Parse(await Written())!;
        var resource = package["bodies"]![0]!["items"]!["resources"]!.AsObject().First();
        resource.Value!["needs"] = JsonNode.Parse($$"""[{"members":[{"resource":"{{resource.Key}}"}]}]""");
        var before = await Tenants(app);
        Assert.StartsWith("model.", (await Import(app, office, package.ToJsonString())).Refusal?.Code, StringComparison.Ordinal);
        Assert.Equal(before, await Tenants(app));
        Assert.Null(await Reached(app, Actor.LocalOwner, New));
    }

    [Theory, EveryDatabase]
    public async Task A_body_of_others_with_the_same_key_stays_as_it_is(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var package = (await Written()).Replace(New, TwoTowns.KeyOfB, StringComparison.Ordinal);
        Assert.Null((await Import(app, TwoTowns.Person(towns.A, Role.CoordinationOffice), package)).Refusal);
        Assert.Equal(TwoTowns.SecretOfB, (await app.UseAs<BodyDirectory, Result<Body>>(towns.OfB, (d, ct) => d.Find(TwoTowns.KeyOfB, ct))).Value.Content.Name);
        Assert.Null((await Reached(app, towns.OfB, TwoTowns.KeyOfB))!.StewardId);
    }

    // A town with a model of its own, as another installation writes it.
    private static async Task<string> Written()
    {
        await using var elsewhere = await TestApp.PreparedOnSqlite();
        await elsewhere.CreateTown(New, 9_000);
        await elsewhere.Use<AdoptModel, Result<Body>>((u, ct) => u.Run(New, ct));
        return (await elsewhere.Use<ExportPackage, Result<string>>((e, ct) => e.Body(New, ct))).Value;
    }

    private static async Task<Result<ImportedPackage>> Import(TestApp app, Actor by, string package, bool dryRun = false)
    {
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(package));
        return await app.UseAs<ImportPackage, Result<ImportedPackage>>(by, (i, ct) => i.Run(file, dryRun, ct));
    }

    // As the next request of the same person begins.
    private static async Task<Tenant?> Reached(TestApp app, Actor by, string key)
    {
        var scope = by.IsLocalOwner ? by.Scope : await app.Use<TendedBodies, TenantScope>((t, ct) => t.ScopeOf(by.Scope.Acting!.Value, ct));
        return await app.UseAs<AppDb, Tenant?>(by with { Scope = scope }, (db, ct) => db.Set<Tenant>().AsNoTracking().FirstOrDefaultAsync(t => db.Set<Body>().Any(b => b.Key == key && b.BodyId == t.BodyId), ct));
    }

    private static Actor With(Actor actor, Tenant tended) => actor with { Scope = actor.Scope with { Bodies = [.. actor.Scope.Bodies, tended.BodyId] } };

    private static Task<int> Tenants(TestApp app) => app.UseAs<AppDb, int>(Actor.System, (db, ct) => db.Set<Tenant>().CountAsync(ct));
}
