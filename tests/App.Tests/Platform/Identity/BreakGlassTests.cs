using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Jobs.House;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>The day when nobody gets in: the operator makes two accounts, and the body sees that it happened.</summary>
public sealed class BreakGlassTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_operator_makes_them_where_accounts_exist_and_sees_nothing_of_the_body(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.Join(towns.B, "locked out", Role.BodyAdministrator);
        await app.Join(towns.A, "neighbour", Role.BodyAdministrator);
        var (code, text) = await OperatorCall.Run(app, "break-glass", "--body", TwoTowns.KeyOfB);
        Assert.True(code == 0, text);
        Assert.DoesNotContain(TwoTowns.SecretOfB, text, StringComparison.Ordinal);
        var sheets = text.Split('\n').Where(l => l.Contains("notfall-", StringComparison.Ordinal)).Select(l => l.Split(" / ").Select(p => p.Split(": ")[^1].Trim()).ToArray()).ToList();
        Assert.Equal(2, sheets.Count);
        await app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, ct) =>
        {
            foreach (var sheet in sheets)
            {
                var attempt = await services.GetRequiredService<PasswordSignIn>().Run(sheet[1], sheet[2], "192.0.2.1", ct);
                await services.GetRequiredService<SignIn>().Begin(Person.Request(services), attempt.Value.User, attempt.Value.Method);
            }

            return true;
        });
        var made = await app.UseAs<AppDb, Event>(towns.OfB, (db, ct) => db.Events.SingleAsync(e => e.Kind == CreateBreakGlassAccounts.Made, ct));
        Assert.Equal("operator", made.Actor.Value);
        Assert.Equal(TrailTexts.Get("actor.operator"), TrailTexts.Get($"actor.{ExportTrail.KindOf(made.Actor)}"));
        Assert.DoesNotContain(sheets[0][1], made.After, StringComparison.Ordinal);
        Assert.Equal(0, await app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Events.CountAsync(e => e.Kind == CreateBreakGlassAccounts.Made, ct)));
        var lines = await app.UseAs<ListBreakGlassAccounts, IReadOnlyList<ListBreakGlassAccounts.Line>>(towns.OfB, (u, ct) => u.Run(ct));
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.Equal(app.Clock.GetCurrentInstant(), l.UsedAt));
    }

    [Theory, EveryDatabase]
    public async Task A_key_that_somebody_else_entered_as_well_locks_nobody_out(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.Join(towns.B, "locked out", Role.BodyAdministrator);
        var content = await app.UseAs<AppDb, BodyContent>(towns.OfB, (db, ct) => db.Bodies.Select(b => b.Content).SingleAsync(ct));
        Assert.Null((await app.UseAs<CreateBody, Result<Body>>(towns.OfA, (u, ct) => u.Run(TwoTowns.KeyOfB, content with { Name = "Doppelhausen" }, ct))).Refusal);
        var (refused, sentence) = await OperatorCall.Run(app, "break-glass", "--body", TwoTowns.KeyOfB);
        Assert.NotEqual(0, refused);
        Assert.Contains($": {BodyCode.Of(towns.B)},", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Doppelhausen", sentence, StringComparison.Ordinal);
        var (done, sheets) = await OperatorCall.Run(app, "break-glass", "--body", BodyCode.Of(towns.B).ToLowerInvariant());
        Assert.True(done == 0, sheets);
        Assert.Equal(2, (await app.UseAs<ListBreakGlassAccounts, IReadOnlyList<ListBreakGlassAccounts.Line>>(towns.OfB, (u, ct) => u.Run(ct))).Count);
        var (unknown, _) = await OperatorCall.Run(app, "break-glass", "--body", BodyCode.Of(new BodyId(Guid.CreateVersion7())));
        Assert.NotEqual(0, unknown);
    }

    [Theory, EveryDatabase]
    public async Task A_body_nobody_knows_is_refused(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.Join(towns.A, "somebody", Role.BodyAdministrator);
        var (code, text) = await OperatorCall.Run(app, "break-glass", "--body", "ags:99999999");
        Assert.Equal(3, code);
        Assert.DoesNotContain("notfall-", text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_are_told_for_thirty_days_and_others_are_not(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var admin = await app.Join(towns.A, "admin", Role.BodyAdministrator);
        var reader = await app.Join(towns.A, "reader", Role.Reader);
        await app.UseAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(admin, (u, ct) => u.Run(towns.A, ct));
        Assert.Null(Assert.Single(await Night(0), n => n.Kind == Notice.BreakGlassMade).Name);
        var account = (await app.Members(admin)).Members.First(m => m.Name.EndsWith('1')).User;
        await app.UseAs<SignInTrail, bool>(Actor.Nobody, async (trail, ct) =>
        {
            await trail.Write(account, SignInTrail.BreakGlassUsed, ct);
            return true;
        });
        Assert.Equal([Notice.BreakGlassMade, Notice.BreakGlassUsed], (await Night(29)).Select(n => n.Kind).Order());
        Assert.Empty(await Read(reader));
        Assert.Empty(await Read(towns.OfB));
        Assert.Empty(await Night(2));

        async Task<IReadOnlyList<Notice>> Night(int days)
        {
            app.Clock.Advance(Duration.FromDays(days));
            var job = (await app.UseAs<JobQueue, ResilienceMonitor.Platform.Result<Job>>(Actor.House(towns.A), (q, ct) => q.Start(towns.A, "house.remind", "house.remind", new { }, ct))).Value;
            await using var node = app.WithJobs();
            await node.GetRequiredService<JobRunner>().Run(towns.A, job.Id, Ct);
            return await Read(admin);
        }

        Task<IReadOnlyList<Notice>> Read(Actor actor) => app.UseAs<ReadNotices, IReadOnlyList<Notice>>(actor, (u, ct) => u.Run(actor.Scope.Acting!.Value, ct));
    }

    [Theory, EveryDatabase]
    public async Task The_page_of_the_people_says_whether_they_exist_and_when_one_was_used(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var admin = await app.Join(towns.A, "admin", Role.BodyAdministrator);
        await using var host = await PageHost.Start(app, actor: admin);
        Assert.Contains(PeopleTexts.Get("safe.none"), (await host.Get("/people")).Body!.TextContent, StringComparison.Ordinal);
        await app.UseAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(admin, (u, ct) => u.Run(towns.A, ct));
        var page = await host.Get("/people");
        Assert.Equal(2, page.QuerySelectorAll("#break-glass ~ * table tr th[scope=row], #break-glass ~ table tr th[scope=row]").Count(c => c.TextContent.StartsWith(IdentityTexts.Get("break-glass.name"), StringComparison.Ordinal)));
        Assert.Contains(PeopleTexts.Get("safe.never"), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/break-glass']"));
    }
}
