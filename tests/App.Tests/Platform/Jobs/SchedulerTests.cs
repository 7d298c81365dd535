using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Lab.Nodes;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Jobs;

/// <summary>The scheduler with its store in the database, on one node and on two.</summary>
public sealed class SchedulerTests
{
    private const string Kind = "test.count";
    private const int Each = 12;

    [Theory, EveryDatabase]
    public async Task What_was_ordered_before_and_after_the_start_is_done_once(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        var scheduler = node.GetRequiredService<JobScheduler>();
        await Order(node, towns.A, "before");
        await scheduler.Start(TestContext.Current.CancellationToken);
        await Order(node, towns.A, "after");
        await Done(app, towns.A, 2);
        await scheduler.Stop();
        Assert.Equal(["after", "before"], await Effects(app, towns.A));
    }

    [Theory, EveryDatabase]
    public async Task A_node_that_ends_while_it_begins_leaves_no_half_scheduler(TestApp app)
    {
        await TwoTowns.In(app);
        foreach (var late in new[] { 0, 5, 40, 150 })
        {
            await using var node = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
            var scheduler = node.GetRequiredService<JobScheduler>();
            var begin = scheduler.Start(TestContext.Current.CancellationToken);
            await Task.Delay(late, TestContext.Current.CancellationToken);
            await scheduler.Stop();
            // Either it was up, or it never came up; and it does not come up afterwards.
            Assert.True(await Record.ExceptionAsync(() => begin) is null or OperationCanceledException);
            await Assert.ThrowsAsync<OperationCanceledException>(() => scheduler.Start(TestContext.Current.CancellationToken));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_node_that_stops_gives_its_job_to_the_next(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var begun = new TaskCompletionSource();
        await using var first = app.WithJobs(new CountingJob(Kind, endsWithEffect: false, before: async () =>
        {
            begun.SetResult();
            await Task.Delay(200);
            throw new OperationCanceledException();
        }));
        var stopping = first.GetRequiredService<JobScheduler>();
        await stopping.Start(TestContext.Current.CancellationToken);
        await Order(first, towns.A, "given on");
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stopping.Stop();
        Assert.Empty(await Effects(app, towns.A));
        await using var next = app.WithJobs(new CountingJob(Kind, endsWithEffect: false));
        await next.GetRequiredService<JobScheduler>().Start(TestContext.Current.CancellationToken);
        await Done(app, towns.A, 1);
        await next.GetRequiredService<JobScheduler>().Stop();
        var job = Assert.Single(await Jobs(app, towns.A));
        Assert.Equal(1, job.Attempts);
    }

    [Fact]
    public async Task Two_nodes_share_the_work_and_do_nothing_twice()
    {
        if (await TestApp.PreparedOnPostgres() is not { } app) return;
        await using var ends = app;
        var towns = await TwoTowns.In(app);
        var counts = new int[2];
        await using var first = app.WithJobs(new CountingJob(Kind, endsWithEffect: false, before: () => Work(0)));
        await using var second = app.WithJobs(new CountingJob(Kind, endsWithEffect: false, before: () => Work(1)));
        for (var i = 0; i < Each; i++)
        {
            await Order(first, towns.A, $"a-{i:00}");
            await Order(second, towns.B, $"b-{i:00}");
        }

        await Task.WhenAll(new[] { first, second }.Select(n => n.GetRequiredService<JobScheduler>().Start(TestContext.Current.CancellationToken)));
        await Done(app, towns.A, Each);
        await Done(app, towns.B, Each);
        await first.GetRequiredService<JobScheduler>().Stop();
        await second.GetRequiredService<JobScheduler>().Stop();
        Assert.Equal(Enumerable.Range(0, Each).Select(i => $"a-{i:00}"), await Effects(app, towns.A));
        Assert.Equal(Enumerable.Range(0, Each).Select(i => $"b-{i:00}"), await Effects(app, towns.B));
        Assert.Equal(2 * Each, counts.Sum());

        async Task Work(int node)
        {
            Interlocked.Increment(ref counts[node]);
            await Task.Delay(50);
        }
    }

    [Fact]
    public async Task A_killed_node_leaves_nothing_undone_and_nothing_twice()
    {
        var server = PostgresServer.Instance;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        var data = Directory.CreateTempSubdirectory("resmon-nodes-");
        var outcome = await new NodesTrial(server.NewDatabase(), data.FullName).Run(2 * Each, TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        Assert.InRange(outcome.DoneAtKill, 1, 2 * Each - 1);
        Assert.Equal(new(2 * Each, outcome.DoneAtKill, 2 * Each, 2 * Each, 0, outcome.Again, SignedIn: true), outcome);
        data.Delete(recursive: true);
    }

    private static async Task Order(ServiceProvider node, BodyId body, string key)
    {
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.House(body));
        Assert.Null((await scope.ServiceProvider.GetRequiredService<JobQueue>().Start(body, Kind, key, key, TestContext.Current.CancellationToken)).Refusal);
    }

    private static async Task Done(TestApp app, BodyId body, int count)
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await Jobs(app, body)).Count(j => j.State == JobState.Done) == count) return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Not done: {string.Join(", ", (await Jobs(app, body)).Select(j => $"{j.Key} {j.State} {j.Attempts}"))}");
    }

    private static Task<List<Job>> Jobs(TestApp app, BodyId body) =>
        app.UseAs<AppDb, List<Job>>(Actor.House(body), (db, ct) => db.Set<Job>().AsNoTracking().Where(j => j.Kind == Kind).OrderBy(j => j.Key).ToListAsync(ct));

    private static Task<List<string>> Effects(TestApp app, BodyId body) =>
        app.UseAs<AppDb, List<string>>(Actor.House(body), (db, ct) => db.Set<Notice>().OrderBy(n => n.Subject).Select(n => n.Subject).ToListAsync(ct));
}
