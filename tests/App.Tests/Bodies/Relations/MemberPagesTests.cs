using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies.Relations;

/// <summary>The pages about people, keys, consents and the trail, as somebody of the body sees them in a browser without script.</summary>
public sealed class MemberPagesTests
{
    // The server's own clock runs on.
    private static Actor Now(Actor actor) => actor with { SignedInAt = SystemClock.Instance.GetCurrentInstant() };

    [Theory, EveryDatabase]
    public async Task A_link_is_shown_once_and_lets_its_person_in(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var admin = await app.Join(towns.A, "Anna Admin", Role.BodyAdministrator);
        await using var host = await PageHost.Start(app, actor: Now(admin));
        var page = await host.Get("/people");
        Assert.Contains("Anna Admin", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("keine Statistik", page.Body.TextContent, StringComparison.Ordinal);
        var made = await host.Submit(page, "main form.form", ("Input.Roles", "Editor"), ("Input.Roles", "It"), ("Input.Note", "Egon"));
        var address = made.QuerySelector(".secret code")!.TextContent;
        Assert.DoesNotContain(address, (await host.Get("/people")).Body!.InnerHtml, StringComparison.Ordinal);
        var egon = await app.AddAccount("Egon Editor");
        await using var other = await PageHost.Start(app, actor: Actor.Member(egon, TenantScope.None, [Role.Reader]));
        var join = await other.Get(new Uri(address).PathAndQuery);
        await other.Submit(join, "main form.form");
        var line = (await app.Members(admin)).Members.Single(m => m.User == egon);
        Assert.Equal([Role.Editor, Role.It], line.Roles);
        var member = await host.Get($"/people/{egon}");
        await host.Submit(member, "main form.form", ("Input.Roles", "Reader"), ("Input.Do", "save"));
        Assert.Equal([Role.Reader], (await app.Members(admin)).Members.Single(m => m.User == egon).Roles);
    }

    [Theory, EveryDatabase]
    public async Task A_key_is_shown_once_and_can_be_revoked(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var admin = await app.Join(towns.A, "Anna Admin", Role.BodyAdministrator);
        await using var host = await PageHost.Start(app, actor: Now(admin));
        var made = await host.Submit(await host.Get("/people/tokens"), "main form:last-of-type", ("Input.Name", "Leitstand"), ("Input.Scopes", "bodies.view"), ("Input.End", "2026-12-31"));
        var token = made.QuerySelector(".secret code")!.TextContent;
        Assert.NotNull(await app.UseAs<AuthenticateToken, Actor?>(Actor.Nobody, (u, ct) => u.Run(token, ct)));
        var list = await host.Get("/people/tokens");
        Assert.DoesNotContain(token, list.Body!.InnerHtml, StringComparison.Ordinal);
        await host.Submit(list, "main form.form", ("Row.Id", list.QuerySelector("button[name='Row.Id']")!.GetAttribute("value")));
        Assert.Null(await app.UseAs<AuthenticateToken, Actor?>(Actor.Nobody, (u, ct) => u.Run(token, ct)));
    }

    [Theory, EveryDatabase]
    public async Task A_consent_given_on_one_side_is_read_on_the_other_and_revoked(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var town = await PageHost.Start(app, actor: Now(towns.OfB));
        await using var office = await PageHost.Start(app, actor: Now(TwoTowns.Person(towns.A, Role.CoordinationOffice)));
        var code = (await office.Get("/consents")).QuerySelector(".secret code")!.TextContent;
        Assert.DoesNotContain(TwoTowns.SecretOfB, (await office.Get("/relations")).Body!.InnerHtml, StringComparison.Ordinal);
        var granted = await town.Submit(await town.Get("/consents"), "main form.form", ("Input.Grantee", code), ("Input.GranteeName", "Stelle A"), ("Input.Purpose", "Beratung"), ("Input.Until", "2027-03-31"));
        Assert.Contains("eingetragen", granted.Body!.TextContent, StringComparison.Ordinal);
        var received = await office.Get("/relations");
        Assert.Contains(TwoTowns.SecretOfB, received.Body!.TextContent, StringComparison.Ordinal);
        var address = received.QuerySelector("main td a")!.GetAttribute("href")!;
        Assert.Contains("18.000", (await office.Get(address)).Body!.TextContent, StringComparison.Ordinal);
        var list = await town.Get("/consents");
        Assert.Contains("1-mal", list.Body!.TextContent, StringComparison.Ordinal);
        await town.Submit(list, "main form.form", ("Row.Id", list.QuerySelector("button[name='Row.Id']")!.GetAttribute("value")));
        var gone = (await office.Get(address)).QuerySelector("main")!.TextContent;
        Assert.Equal((await office.Get($"/consents/{Guid.CreateVersion7()}")).QuerySelector("main")!.TextContent, gone);
        Assert.Contains("Freigabe genutzt", (await town.Get("/trail")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_single_service_is_chosen_by_its_name(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var town = await PageHost.Start(app, actor: Now(towns.OfB));
        var page = await town.Get("/consents");
        var names = page.QuerySelectorAll("select[name='Input.Service'] option").Select(o => o.TextContent).ToList();
        Assert.Contains("Personalausweis", names);
        Assert.Equal(names.Skip(1).Order(GermanOrder.Comparer), names.Skip(1));
        (string, string?)[] typed = [("Input.Grantee", BodyCode.Of(towns.A)), ("Input.GranteeName", "Stelle A"), ("Input.Block", "services"), ("Input.Purpose", "Beratung"), ("Input.Until", "2027-03-31")];
        var refused = await town.Submit(page, "main form:has([name='Input.Service'])", [.. typed, ("Input.Service", "")]);
        Assert.NotNull(refused.QuerySelector("select[name='Input.Service'][aria-invalid=true]"));
        var foreign = await town.Submit(page, "main form:has([name='Input.Service'])", [.. typed, ("Input.Service", "services/nothing")]);
        Assert.NotNull(foreign.QuerySelector(".error-summary"));
        var granted = await town.Submit(refused, "main form:has([name='Input.Service'])", ("Input.Service", "services/identity-card"));
        Assert.Contains("Leistung Personalausweis", granted.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        await using var reader = await PageHost.Start(app, actor: Now(TwoTowns.Person(towns.B, Role.Reader)));
        Assert.Null((await reader.Get("/consents")).QuerySelector("select[name='Input.Service']"));
    }

    [Theory, EveryDatabase]
    public async Task Long_lists_come_in_pages_and_are_searched_by_name(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var tended = new List<BodyId>();
        for (var i = 0; i < 53; i++)
        {
            var town = await app.CreateTown($"ags:5{i:0000000}", 9_000, b => b with { Name = $"Ört {i:00}" });
            tended.Add(town.BodyId);
            await Grant(app, TwoTowns.Person(town.BodyId), towns.A, "Stelle A");
            await Grant(app, towns.OfB, town.BodyId, $"Ört {i:00}");
        }

        await app.Use<AppDb, int>(async (db, ct) =>
        {
            foreach (var tenant in await db.Set<Tenant>().Where(t => tended.Contains(t.BodyId)).ToListAsync(ct)) tenant.StewardId = towns.A;
            return await db.SaveChangesAsync(ct);
        });
        await using var office = await PageHost.Start(app, actor: Now(Actor.Member(Guid.CreateVersion7(), TenantScope.Only([towns.A, .. tended]), [Role.CoordinationOffice])));
        var first = await office.Get("/relations");
        Assert.Equal("50 50", Lengths(first));
        Assert.Equal("Ört 00", first.QuerySelector("main tbody th")!.TextContent);
        var second = await office.Get(first.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("3 50", Lengths(second));
        Assert.Equal(["Ört 50", "Ört 51", "Ört 52"], second.QuerySelector("main tbody")!.QuerySelectorAll("th").Select(t => t.TextContent));
        Assert.Equal("3 3", Lengths(await office.Get(second.QuerySelectorAll("main a[rel=next]").Single().GetAttribute("href")!)));
        Assert.Equal("3 3", Lengths(await office.Get("/relations?related=99&tended=2")));
        Assert.NotNull(first.QuerySelector("main form[role=search][method=get] input[name=search]"));
        Assert.Equal("1 1", Lengths(await office.Get("/relations?search=%C3%B6rt+07")));
        Assert.Equal("1", Lengths(await office.Get("/consents?search=%C3%96RT%2007")));
        Assert.Equal("3", Lengths(await office.Get("/consents?received=2")));
        Assert.Contains("Unter diesem Namen", (await office.Get("/consents?search=nirgends")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Newest first; what is done on a page leads back to it.
        await using var own = await PageHost.Start(app, actor: Now(towns.OfB));
        var given = await own.Get("/consents?given=2");
        Assert.Equal(["Ört 02", "Ört 01", "Ört 00"], given.QuerySelectorAll("main tbody th").Select(t => t.TextContent));
        var revoked = await own.Submit(given, "main form:has([name='Row.Id'])", ("Row.Id", given.QuerySelector("button[name='Row.Id']")!.GetAttribute("value")));
        Assert.Equal(2, revoked.QuerySelectorAll("button[name='Row.Id']").Length);
        Assert.EndsWith("/consents?given=2&done=revoked-now", revoked.Url, StringComparison.Ordinal);
    }

    private static string Lengths(AngleSharp.Dom.IDocument page) => string.Join(' ', page.QuerySelectorAll("main tbody").Select(t => t.Children.Length));

    private static async Task Grant(TestApp app, Actor by, BodyId to, string name)
    {
        var request = new ConsentRequest(false, BodyCode.Of(to), name, Consents.Profile, "Beratung", app.Clock.GetCurrentInstant() + Duration.FromDays(300));
        Assert.Null((await app.UseAs<GrantConsent, Result<Guid>>(by, (u, ct) => u.Run(request, ct))).Refusal);
        app.Clock.Advance(Duration.FromSeconds(1));
    }

    [Theory, EveryDatabase]
    public async Task The_navigation_shows_what_the_person_may(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var reader = await PageHost.Start(app, actor: TwoTowns.Person(towns.A, Role.Reader));
        await using var owner = await PageHost.Start(app, actor: TwoTowns.Person(towns.A));
        var few = (await reader.Get("/trail")).QuerySelector(".site-nav")!.TextContent;
        var many = (await owner.Get("/trail")).QuerySelector(".site-nav")!.TextContent;
        Assert.DoesNotContain("Personen", few, StringComparison.Ordinal);
        Assert.Contains("Protokoll", few, StringComparison.Ordinal);
        Assert.Contains("Personen", many, StringComparison.Ordinal);
        Assert.Contains("Verbundene Stellen", many, StringComparison.Ordinal);
    }
}
