using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>What somebody who has signed in sees of themselves on the pages, without any script.</summary>
public sealed class OwnPagesTests
{
    [Theory, EveryDatabase]
    public async Task The_header_says_who_acts_for_whom_and_leads_out(TestApp app)
    {
        var (host, _) = await SignedIn(app, "de");
        await using var server = host;
        var page = await host.Get("/bodies/ags:11111111/edit");
        var header = page.QuerySelector(".site-header")!;
        Assert.Contains("M. Beispiel", header.QuerySelector("a[href='/account']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(header.QuerySelector("form[action='/sign-out'] button"));
        var people = (await host.Get("/people")).QuerySelector(".site-header")!;
        Assert.Contains("Ahausen", people.TextContent, StringComparison.Ordinal);
        Assert.Contains(PeopleTexts.Get("role.BodyAdministrator"), people.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(BodiesTexts.Get("role.owner"), people.TextContent, StringComparison.Ordinal);
        var missing = await host.Send(new HttpRequestMessage(HttpMethod.Get, new Uri("/nowhere", UriKind.Relative)) { Headers = { { "Accept", "text/html" } } });
        Assert.Contains("M. Beispiel", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await host.Submit(page, ".site-header form[action='/sign-out']")).Url, StringComparison.Ordinal);
        Assert.Null((await host.Get("/sign-in")).QuerySelector(".site-header form[action='/sign-out']"));
    }

    [Theory, EveryDatabase]
    public async Task Every_page_says_for_whom_one_acts_and_a_page_about_another_body_says_that(TestApp app)
    {
        await app.CreateTown("ags:33333333", 9_000, b => b with { Name = "Betreut" });
        var (host, _) = await SignedIn(app, "de");
        await using var server = host;
        var (lines, pages) = (new List<string>(), host.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null && !e.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal)).Select(e => e.RoutePattern.RawText!));
        foreach (var address in pages.Except(["/relations", "/not-found"])) lines.Add($"{Line(await host.Get(address))} {address}");
        Assert.True(lines.Count > 15, "Almost no page was found.");
        Assert.All(lines, l => Assert.StartsWith("Ahausen ", l, StringComparison.Ordinal));
        using var missing = await host.Send(new HttpRequestMessage(HttpMethod.Get, new Uri("/nowhere", UriKind.Relative)) { Headers = { { "Accept", "text/html" } } });
        Assert.Contains("<strong>Ahausen</strong>", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("Betreut", Line(await host.Get("/services?body=ags:33333333")));
        Assert.Equal("Ahausen", Line(await host.Get("/account")));
        await host.Submit(await host.Get("/account"), ".site-header form[action='/sign-out']");
        Assert.Null((await host.Get("/sign-in")).QuerySelector(".site-body__line"));

        static string Line(AngleSharp.Dom.IDocument page) => Assert.Single(page.QuerySelectorAll(".site-header .site-body__line")).QuerySelector("strong")!.TextContent;
    }

    [Theory, EveryDatabase]
    public async Task Somebody_with_two_bodies_switches_by_a_link(TestApp app)
    {
        var (host, user) = await SignedIn(app, "de");
        await using var server = host;
        Assert.Null((await host.Get("/bodies")).QuerySelector("#own-bodies"));
        await app.UseAs<AppDb, int>(Actor.House(await IdOf(app, TwoTowns.KeyOfB)), async (db, ct) =>
        {
            db.Add(new Member { BodyId = await db.Bodies.Select(b => b.BodyId).SingleAsync(ct), UserId = user, Roles = [Role.BodyAdministrator, Role.Auditor], Since = SystemClock.Instance.GetCurrentInstant() });
            return await db.SaveChangesAsync(ct);
        });
        var list = await host.Get("/bodies");
        Assert.Equal("Ahausen", list.QuerySelector("[aria-labelledby='own-bodies'] [aria-current]")!.TextContent);
        var other = Assert.Single(list.QuerySelectorAll("[aria-labelledby='own-bodies'] a"));
        Assert.Contains(TwoTowns.SecretOfB, other.TextContent, StringComparison.Ordinal);
        await host.Get(other.GetAttribute("href")!);

        // From now on, without any word in the address.
        var people = (await host.Get("/people")).QuerySelector(".site-header")!;
        Assert.Contains(TwoTowns.SecretOfB, people.TextContent, StringComparison.Ordinal);
        Assert.Contains(PeopleTexts.Get("role.Auditor"), people.TextContent, StringComparison.Ordinal);
        Assert.Equal(TwoTowns.SecretOfB, (await host.Get("/bodies")).QuerySelector("[aria-labelledby='own-bodies'] [aria-current]")!.TextContent);
    }

    [Theory, EveryDatabase]
    public async Task A_passkey_gets_another_name(TestApp app)
    {
        var (host, user) = await SignedIn(app, "de");
        await using var server = host;
        Assert.Null((await host.Get("/account")).QuerySelector("[name='Renamed.Name']"));
        await app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, _) =>
        {
            using var device = await new Person(services, (await services.GetRequiredService<OwnAccount>().Find(user))!).AddPasskey();
            return true;
        });
        var account = await host.Get("/account");
        var empty = await host.Submit(account, "form:has([name='Renamed.Name'])", ("Renamed.Name", " "));
        Assert.Contains(IdentityTexts.Get("passkey.name"), empty.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var renamed = await host.Submit(empty, "form:has([name='Renamed.Name'])", ("Renamed.Name", "Diensthandy von Ömer"));
        Assert.Contains("Diensthandy von Ömer", renamed.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(IdentityTexts.Get("account.done"), renamed.Body!.TextContent, StringComparison.Ordinal);
    }

    // The first administrator of A, in a server where people sign in; B has its own people.
    private static async Task<(PageHost Host, Guid User)> SignedIn(TestApp app, string language)
    {
        await TwoTowns.In(app);
        var host = await PageHost.Start(app, language, mode: ServerMode.Accounts);
        var link = await host.Services.GetRequiredService<FirstAdministratorLink>().Issue(TestContext.Current.CancellationToken);
        var welcome = await host.Get(link!);
        await host.Submit(welcome, "main form", ("Input.Name", "M. Beispiel"), ("Input.UserName", "m.beispiel"), ("Input.Password", Person.Password), ("Input.Again", Person.Password), ("Input.Body", TwoTowns.KeyOfA), ("Input.BodyName", ""));
        var user = await app.UseAs<AppDb, Guid>(Actor.Nobody, (db, ct) => db.Set<User>().Select(u => u.Id).SingleAsync(ct));
        return (host, user);
    }

    private static async Task<BodyId> IdOf(TestApp app, string key) =>
        (await app.UseAs<ResilienceMonitor.Platform.Identity.Oidc.IBodyKeys, ILookup<string, BodyId>>(Actor.Nobody, (u, ct) => u.Find([key], ct)))[key].Single();
}
