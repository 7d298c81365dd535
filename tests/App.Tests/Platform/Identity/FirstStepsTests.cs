using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>Whoever made the first account is told what to do next, as long as there is something.</summary>
public sealed class FirstStepsTests
{
    private const string Factor = "/account/codes";
    private const string Safe = "/break-glass";

    [Theory, EveryDatabase]
    public async Task After_the_first_account_the_page_leads_on_until_nothing_is_open(TestApp app)
    {
        await using var host = await PageHost.Start(app, mode: ServerMode.Accounts);
        var link = await host.Services.GetRequiredService<FirstAdministratorLink>().Issue(TestContext.Current.CancellationToken);
        var welcome = await host.Get(link!);
        var account = await host.Submit(welcome, "main form", ("Input.Name", "Martina Beispiel"), ("Input.UserName", "m.beispiel"),
            ("Input.Password", Person.Password), ("Input.Again", Person.Password), ("Input.BodyName", "Stadt Musterstadt"));
        Assert.EndsWith("/account", account.Url, StringComparison.Ordinal);
        var questions = Steps(account).Single(s => s.StartsWith("/bodies/body%3A", StringComparison.Ordinal));
        Assert.Equal([Factor, questions, Safe], Steps(account));
        Assert.Contains("Zwölf Fragen zu Stadt Musterstadt beantworten", account.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Factor, questions, Safe], Steps(await host.Get("/")));

        // One answer is enough: from then on the start page shows results, and the account what is left.
        await host.Submit(await host.Get(questions), "main form", ("Input.Population", "18000"));
        Assert.Empty(Steps(await host.Get("/")));
        Assert.Equal([Factor, Safe], Steps(await host.Get("/account")));
        await host.Submit(await host.Get(Safe), "main form");
        Assert.Equal([Factor], Steps(await host.Get("/account")));
        await using (var unit = host.Services.CreateAsyncScope())
        {
            unit.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.Nobody);
            var user = await unit.ServiceProvider.GetRequiredService<AppDb>().Set<User>().Where(u => !u.BreakGlass).Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken);
            var (codes, key) = (unit.ServiceProvider.GetRequiredService<OwnCodes>(), Totp.NewKey());
            var now = unit.ServiceProvider.GetRequiredService<NodaTime.IClock>().GetCurrentInstant();
            Assert.Null((await codes.SetUp(user, key, Totp.CodeAt(key, now), TestContext.Current.CancellationToken)).Refusal);
        }

        var done = await host.Get("/account");
        Assert.Empty(Steps(done));
        Assert.Null(done.QuerySelector("#first-steps"));
    }

    [Theory, EveryDatabase]
    public async Task Each_person_is_led_to_what_they_may_do(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        Assert.Equal([Safe], await Open(app, TwoTowns.Person(towns.A, Role.BodyAdministrator)));
        Assert.Empty(await Open(app, TwoTowns.Person(towns.A, Role.Editor)));
        await app.UseAs<AppDb, int>(towns.OfA, async (db, ct) =>
        {
            var body = await db.Bodies.SingleAsync(ct);
            body.Content = body.Content with { OwnModel = true };
            db.Services.RemoveRange(db.Services);
            return await db.SaveChangesAsync(ct);
        });
        Assert.Equal([$"/services?body={Uri.EscapeDataString(TwoTowns.KeyOfA)}"], await Open(app, TwoTowns.Person(towns.A, Role.Editor)));
        Assert.Empty(await Open(app, TwoTowns.Person(towns.B, Role.Editor)));
        Assert.Empty(await Open(app, Actor.Nobody));
        Assert.Empty(await Open(app, Actor.LocalOwner));
    }

    private static IReadOnlyList<string> Steps(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll("section[aria-labelledby=first-steps] a").Select(a => a.GetAttribute("href")!)];

    private static async Task<IEnumerable<string>> Open(TestApp app, Actor actor) =>
        (await app.UseAs<ListFirstSteps, IReadOnlyList<FirstStep>>(actor, (u, ct) => u.Run(ct))).Select(s => s.Href);
}
