using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Jobs;

/// <summary>Jobs as the runner of a node does them, without the scheduler that says when.</summary>
public sealed class JobTests
{
    private const string Kind = "test.count";

    [Theory, EveryDatabase]
    public async Task The_same_work_asked_for_twice_is_done_once(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        var first = await Order(node, Actor.House(towns.A));
        var second = await Order(node, Actor.House(towns.A));
        var other = await Order(node, Actor.House(towns.B));
        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, other.Id);
        await Run(node, first);
        await Run(node, first);
        Assert.Equal((JobState.Done, 1), await Outcome(app, towns.A, first));
        var again = await Order(node, Actor.House(towns.A));
        Assert.NotEqual(first.Id, again.Id);
    }

    [Theory, EveryDatabase]
    public async Task What_failed_is_tried_three_times_and_then_said(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false, before: () => throw new InvalidOperationException("on purpose")));
        var job = await Order(node, Actor.House(towns.A));
        for (var i = 0; i < Limits.JobAttempts - 1; i++) Assert.NotNull(await Run(node, job));
        Assert.Null(await Run(node, job));
        Assert.Equal((JobState.Failed, 0), await Outcome(app, towns.A, job));
        Assert.Equal("work.failed", (await Ask(node, Actor.House(towns.A))).Refusal?.Code);
    }

    // The node fails between the effect and the end of the job, which is where a power cut would hurt.
    [Theory, EveryDatabase]
    public async Task An_effect_that_ends_its_job_happens_once_although_the_node_fails_after_it(TestApp app) =>
        Assert.Equal((JobState.Done, 1), await FailAfterEffect(app, endsWithEffect: true));

    [Theory, EveryDatabase]
    public async Task An_effect_that_does_not_would_happen_again_with_each_attempt(TestApp app) =>
        Assert.Equal((JobState.Failed, Limits.JobAttempts), await FailAfterEffect(app, endsWithEffect: false));

    // The node stands still for longer than its lease; another one takes the job and does it; then the first goes on.
    [Theory, EveryDatabase]
    public async Task A_node_that_lost_its_job_leaves_no_effect(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var faster = app.WithJobs(new CountingJob(Kind, endsWithEffect: true));
        Job? job = null;
        await using var slow = app.WithJobs(new CountingJob(Kind, endsWithEffect: true, before: async () =>
        {
            app.Clock.Advance(Duration.FromMinutes(1));
            Assert.Null(await Run(faster, job!));
        }));
        job = await Order(slow, Actor.House(towns.A));
        Assert.Null(await Run(slow, job));
        Assert.Equal((JobState.Done, 1), await Outcome(app, towns.A, job));
    }

    [Theory, EveryDatabase]
    public async Task While_a_node_has_a_job_no_other_begins_it(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var other = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        Job? job = null;
        Job? elsewhere = null;
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false, before: async () => elsewhere = await Run(other, job!)));
        job = await Order(node, Actor.House(towns.A));
        Assert.Null(await Run(node, job));
        Assert.Equal(JobState.Running, elsewhere?.State);
        Assert.Equal((JobState.Done, 1), await Outcome(app, towns.A, job));
    }

    [Theory, EveryDatabase]
    public async Task A_job_is_cancelled_from_another_node_and_leaves_nothing(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var other = app.WithJobs();
        await using var node = app.WithJobs(new Endless(() => Use<JobQueue>(other, Actor.House(towns.A), (q, ct) => q.Cancel("key", ct))));
        var job = await Order(node, Actor.House(towns.A), Endless.Kind);
        Assert.Null(await Run(node, job));
        Assert.Equal((JobState.Cancelled, 0), await Outcome(app, towns.A, job));
    }

    [Theory, EveryDatabase]
    public async Task A_job_of_another_body_is_not_there(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        var job = await Order(node, towns.OfB);
        Assert.Null(await app.UseAs<JobQueue, Job?>(towns.OfA, (q, ct) => q.Find(job.Key, ct)));
        Assert.NotNull(await app.UseAs<JobQueue, Job?>(towns.OfB, (q, ct) => q.Find(job.Key, ct)));
        await app.UseAs<JobQueue, int>(towns.OfA, async (q, ct) => { await q.Cancel(job.Key, ct); return 0; });
        Assert.False((await Read(app, towns.B, job)).CancelRequested);

        // Named with the wrong body, as if the scheduler's data had been exchanged: there is no such job.
        Assert.Null(await node.GetRequiredService<JobRunner>().Run(towns.A, job.Id, TestContext.Current.CancellationToken));
        Assert.Equal(JobState.Waiting, (await Read(app, towns.B, job)).State);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_no_member_any_more_has_nothing_done(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        var job = await Order(node, towns.OfA);
        Assert.Null(await Run(node, job));
        Assert.Equal((JobState.Refused, 0), await Outcome(app, towns.A, job));
        Assert.Equal("not-permitted", (await Read(app, towns.A, job)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task One_body_cannot_fill_the_queue(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        for (var i = 0; i < Limits.OpenJobs; i++) await Order(node, towns.OfA, key: $"key-{i}");
        Assert.Equal("work.too-much", (await Ask(node, towns.OfA, key: "one more")).Refusal?.Code);
        await Order(node, towns.OfB);
    }

    private static async Task<(JobState State, int Effects)> FailAfterEffect(TestApp app, bool endsWithEffect)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect, after: (_, _) => throw new InvalidOperationException("the node fails")));
        var job = await Order(node, Actor.House(towns.A));
        for (var i = 0; i < Limits.JobAttempts; i++) await Run(node, job);
        return await Outcome(app, towns.A, job);
    }

    private static Task<Job?> Run(ServiceProvider node, Job job) => node.GetRequiredService<JobRunner>().Run(job.BodyId, job.Id, TestContext.Current.CancellationToken);

    private static async Task<Job> Order(ServiceProvider node, Actor actor, string kind = Kind, string key = "key") => (await Ask(node, actor, kind, key)).Value;

    private static async Task<Result<Job>> Ask(ServiceProvider node, Actor actor, string kind = Kind, string key = "key")
    {
        Result<Job> asked = default;
        await Use<JobQueue>(node, actor, async (q, ct) => asked = await q.Start(actor.Scope.Acting!.Value, kind, key, key, ct));
        return asked;
    }

    private static async Task Use<T>(ServiceProvider node, Actor actor, Func<T, CancellationToken, Task> work) where T : notnull
    {
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        await work(scope.ServiceProvider.GetRequiredService<T>(), TestContext.Current.CancellationToken);
    }

    private static Task<Job> Read(TestApp app, BodyId body, Job job) =>
        app.UseAs<AppDb, Job>(Actor.House(body), (db, ct) => db.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == job.Id, ct));

    private static async Task<(JobState State, int Effects)> Outcome(TestApp app, BodyId body, Job job) =>
        ((await Read(app, body, job)).State, await app.UseAs<AppDb, int>(Actor.House(body), (db, ct) => db.Set<Notice>().CountAsync(n => n.Kind == "effect", ct)));

    private sealed class Endless(Func<Task> begun) : IJobKind
    {
        public const string Kind = "test.endless";

        public string Name => Kind;

        public bool Heavy => false;

        public string? Calendar => null;

        public async Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct)
        {
            await begun();
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        }
    }
}
