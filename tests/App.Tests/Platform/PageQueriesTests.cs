using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>
/// A page asks the database as often for many bodies, consents, services and resources as for few. How long it takes with a thousand bodies is
/// measured by <c>lab load</c>.
/// </summary>
public sealed class PageQueriesTests
{
    private const int Few = 2;
    private const int Many = 12;
    private static readonly Role[] Everything = [.. Roles.People];

    private static readonly string[] Addresses =
    [
        "/bodies", "/bodies?search=stadt", "/bodies/new", "/bodies/ags:10000000/edit", "/relations", "/relations?search=stadt&related=2&tended=2", "/consents", "/consents?search=stadt&given=2&received=2", "/people", "/people/tokens", "/people/respondents", "/trail",
        "/services?body=ags:10000000", "/services/identity-card?body=ags:10000000", "/services/identity-card/edit?body=ags:10000000", "/services/added-0?body=ags:10000000",
        "/dependencies?body=ags:10000000", "/resources?body=ags:10000000", "/resources/added-0?body=ags:10000000", "/resources/added-0/edit?body=ags:10000000",
        "/simulation?Subject=ags:10000000", "/simulation/remaining?Subject=ags:10000000&Days=9", "/simulation/service/added-0?Of=ags:10000000", "/measures/new?body=ags:10000000",
    ];

    [Theory, EveryDatabase]
    public async Task The_queries_of_a_page_do_not_grow_with_what_it_shows(TestApp app)
    {
        var office = await app.CreateTown("ags:20000000", 90_000);
        await Add(app, office, 0, Few);
        var few = await CountAll(app, office);
        await Add(app, office, Few, Many);
        var many = await CountAll(app, office);
        Assert.Equal(few, many);
        Assert.All(few, page => Assert.NotEqual("0", page.Split(' ')[^1]));
    }

    private static async Task<List<string>> CountAll(TestApp app, Body office)
    {
        var entered = await app.Use<AppDb, List<BodyId>>((db, ct) => db.Set<Tenant>().Where(t => t.StewardId == office.BodyId).OrderBy(t => t.BodyId).Select(t => t.BodyId).ToListAsync(ct));
        var actor = Actor.Member(Guid.CreateVersion7(), TenantScope.Only([office.BodyId, .. entered]), Everything) with { SignedInAt = app.Clock.GetCurrentInstant() };
        await using var host = await PageHost.Start(app, actor: actor);
        using var commands = new CommandCount(app.Choice);
        var counts = new List<string>();
        foreach (var address in Addresses)
        {
            // The first look may compute what the second one finds; now and then one reads the key ring anew.
            await host.Get(address);
            counts.Add($"{address} {Math.Min(await commands.Of(() => host.Get(address)), await commands.Of(() => host.Get(address)))}");
        }

        return counts;
    }

    // Every other town has people of its own and lets the office see something; the office looks after the rest. The first one's model grows.
    private static async Task Add(TestApp app, Body office, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var town = await app.CreateTown($"ags:1{i:0000000}", 18_000 + i);
            await app.Use<AppDb, int>(async (db, ct) =>
            {
                var tenant = await db.Set<Tenant>().SingleAsync(t => t.BodyId == town.BodyId, ct);
                if (i % 2 == 0) tenant.StewardId = office.BodyId;
                else tenant.ClaimedAt = app.Clock.GetCurrentInstant();
                return await db.SaveChangesAsync(ct);
            });
            if (i % 2 == 1) await Grant(app, town, office);
        }

        var first = TwoTowns.Person((await app.FindBody("ags:10000000")).BodyId);
        await app.UseAs<AdoptModel, Result<Body>>(first, (u, ct) => u.Run("ags:10000000", ct));
        await app.UseAs<AppDb, int>(first, async (db, ct) =>
        {
            var (service, resource) = (await db.Services.FirstAsync(s => s.Key == "identity-card", ct), await db.Resources.OrderBy(r => r.Key).FirstAsync(ct));
            for (var i = from; i < to; i++)
            {
                db.Resources.Add(new Resource { BodyId = service.BodyId, Key = $"added-{i}", Content = resource.Content with { Name = $"Verfahren {i}" } });
                db.Services.Add(new Service { BodyId = service.BodyId, Key = $"added-{i}", Content = service.Content with { Name = $"Leistung {i}", Needs = [.. service.Content.Needs, NeedGroup.Of($"added-{i}")] } });
            }

            return await db.SaveChangesAsync(ct);
        });
    }

    private static async Task Grant(TestApp app, Body town, Body office)
    {
        foreach (var block in (string[])[Consents.Profile, Consents.Model])
        {
            var request = new ConsentRequest(false, BodyCode.Of(office.BodyId), "Leitstelle", block, "Beratung", app.Clock.GetCurrentInstant() + Duration.FromDays(30));
            Assert.Null((await app.UseAs<GrantConsent, Result<Guid>>(TwoTowns.Person(town.BodyId), (u, ct) => u.Run(request, ct))).Refusal);
        }
    }
}
