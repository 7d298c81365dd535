using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
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
