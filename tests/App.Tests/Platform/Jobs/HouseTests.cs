using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Jobs.House;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Jobs;

/// <summary>The house work of one body, and the files it ends.</summary>
public sealed class HouseTests
{
    [Theory, EveryDatabase]
    public async Task What_was_removed_goes_after_thirty_days_with_an_event_and_not_before(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.UseAs<AppDb, int>(towns.OfA, async (db, ct) =>
        {
            (await db.Services.SingleAsync(ct)).RemovedAt = app.Clock.GetCurrentInstant();
            return await db.SaveChangesAsync(ct);
        });
        app.Clock.Advance(Duration.FromDays(29));
        await Night(app, "house.purge", towns.A);
        Assert.Equal(1, await app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Services.IgnoreQueryFilters(["removed"]).CountAsync(ct)));
        app.Clock.Advance(Duration.FromDays(2));
        await Night(app, "house.purge", towns.A);
        Assert.Equal(0, await app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Services.IgnoreQueryFilters(["removed"]).CountAsync(ct)));
        Assert.Equal(1, await app.UseAs<AppDb, int>(towns.OfB, (db, ct) => db.Services.CountAsync(ct)));
        Assert.Equal("system", (await app.UseAs<AppDb, ActorId>(towns.OfA, (db, ct) => db.Events.Where(e => e.Kind == "services.purged").Select(e => e.Actor).SingleAsync(ct))).Value);
    }

    [Theory, EveryDatabase]
    public async Task Reminders_come_with_their_reason_and_go_with_it(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await Consent(app, towns, Duration.FromDays(10));
        await Night(app, "house.remind", towns.A);
        await Night(app, "house.remind", towns.A);
        var notice = Assert.Single(await Notices(app, towns.OfA));
        Assert.Equal((Notice.ConsentEndsSoon, "Beratung"), (notice.Kind, notice.Name));
        Assert.Empty(await Notices(app, towns.OfB));
        app.Clock.Advance(Duration.FromDays(370));
        await Night(app, "house.remind", towns.A);
        Assert.Equal(Notice.ModelNotLookedAt, Assert.Single(await Notices(app, towns.OfA)).Kind);
    }

    [Theory, EveryDatabase]
    public async Task Jobs_are_counted_and_nothing_of_a_body_is_shown(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await Night(app, "house.purge", towns.A);
        await Night(app, "house.purge", towns.B);
        var document = await app.UseAs<CountJobs, JobsDocument>(Actor.System, (u, ct) => u.Run(ct));
        Assert.Equal(2, document.Kinds["house.purge"].Done);
        Assert.NotNull(document.Kinds["house.purge"].NextAt);
        Assert.Null(document.Kinds["work.rank"].NextAt);
        Assert.DoesNotContain(TwoTowns.SecretOfB, CanonicalJson.Write(document), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_kept_file_is_read_by_its_body_until_it_ends(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var kept = (await app.UseAs<KeepFile, Result<StoredFile>>(towns.OfA, (u, ct) => u.Run(towns.A, "liste.csv", "text/csv", [1, 2, 3], Duration.FromDays(1), ct))).Value;
        var same = (await app.UseAs<KeepFile, Result<StoredFile>>(towns.OfA, (u, ct) => u.Run(towns.A, "liste.csv", "text/csv", [1, 2, 3], Duration.FromDays(1), ct))).Value;
        Assert.Equal(kept.Id, same.Id);
        Assert.Equal([1, 2, 3], (await Read(towns.OfA)).Value.Bytes);
        Assert.Equal("kept-file.not-found", (await Read(towns.OfB)).Refusal?.Code);
        var large = await app.UseAs<KeepFile, Result<StoredFile>>(towns.OfA, (u, ct) => u.Run(towns.A, "groß.csv", "text/csv", new byte[Limits.StoredFileBytes + 1], Duration.FromDays(1), ct));
        Assert.Equal("kept-file.too-large", large.Refusal?.Code);
        app.Clock.Advance(Duration.FromDays(2));
        Assert.Equal("kept-file.not-found", (await Read(towns.OfA)).Refusal?.Code);
        await Night(app, "house.purge", towns.A);
        Assert.Equal(0, await app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Set<StoredFile>().CountAsync(ct)));

        Task<Result<StoredFile>> Read(Actor actor) => app.UseAs<ReadFile, Result<StoredFile>>(actor, (u, ct) => u.Run(kept.Id, ct));
    }

    // As the calendar orders it and a node does it.
    private static async Task Night(TestApp app, string kind, BodyId body)
    {
        var job = (await app.UseAs<JobQueue, Result<Job>>(Actor.House(body), (q, ct) => q.Start(body, kind, kind, new { }, ct))).Value;
        await using var node = app.WithJobs();
        Assert.Null(await node.GetRequiredService<JobRunner>().Run(body, job.Id, TestContext.Current.CancellationToken));
        Assert.Equal(JobState.Done, (await app.UseAs<AppDb, Job>(Actor.House(body), (db, ct) => db.Set<Job>().SingleAsync(j => j.Id == job.Id, ct))).State);
    }

    private static Task<IReadOnlyList<Notice>> Notices(TestApp app, Actor actor) =>
        app.UseAs<ReadNotices, IReadOnlyList<Notice>>(actor, (u, ct) => u.Run(actor.Scope.Acting!.Value, ct));

    private static Task<int> Consent(TestApp app, TwoTowns towns, Duration lasts) => app.UseAs<AppDb, int>(towns.OfA, (db, ct) =>
    {
        var now = app.Clock.GetCurrentInstant();
        db.Add(new Consent { BodyId = towns.A, Id = Guid.CreateVersion7(), GranteeId = towns.B, GrantorName = "A", GrantorKey = TwoTowns.KeyOfA, GranteeName = "Beratung", Block = "model", Purpose = "Test", From = now, Until = now + lasts });
        return db.SaveChangesAsync(ct);
    });
}
