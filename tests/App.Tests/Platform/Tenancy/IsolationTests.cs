using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>
/// Every endpoint of the routing table, asked in every role: each asker has a town of their own and puts its ids, those of another town, missing and removed
/// ones into path, query, cookie, form and content. No mark of another town is in any answer, file or line of the log; what is foreign or removed answers like
/// what is missing; and of the other town no row has changed.
/// </summary>
public sealed class IsolationTests
{
    private const string Everything = "Everything";

    [Theory, EveryDatabase]
    public async Task No_answer_holds_anything_of_others(TestApp app)
    {
        var towns = await PlantedTown.Plant(app, Enum.GetValues<Role>().Length + 3);
        await using var host = await IsolationHost.Start(app);
        var askers = Askers(towns, host.Services.GetRequiredService<IClock>().GetCurrentInstant());
        var other = (IReadOnlyCollection<BodyId>)[towns[0].Body, towns[0].Entered];
        var before = await Rows.Of(app, other);
        Assert.DoesNotContain(before, t => t.Value.Length == 0);
        var endpoints = RouteEntry.Of(host.Services);
        Assert.Empty(endpoints.SelectMany(e => e.Unknown(askers[0])));
        var wrong = new List<string>();
        foreach (var asker in askers)
        {
            var everything = asker.Name == Everything;
            host.Admit(asker, everyLine: everything);
            var matrix = new Matrix(host, asker);
            foreach (var endpoint in endpoints) await matrix.Look(endpoint, closely: everything);
            if (asker.Actor.May(ResilienceMonitor.Services.ServicesFeature.View) != matrix.OwnSeen > 20) wrong.Add($"{asker.Name} saw the own mark {matrix.OwnSeen} times.");
            foreach (var endpoint in endpoints) await matrix.Post(endpoint, closely: everything);
            foreach (var (endpoint, verb) in Writes(endpoints)) await matrix.Write(endpoint, verb);
            if (everything) wrong.AddRange(await Work(app, host, asker));
            foreach (var endpoint in endpoints) await matrix.PostOwn(endpoint);
            wrong.AddRange(matrix.Wrong);
        }

        // What stands in the rows of each town afterwards: history, kept files, stored results, reminders.
        foreach (var asker in askers)
            foreach (var (table, rows) in await Rows.Of(app, [asker.Town.Body, asker.Town.Entered]))
                if (Marks.Foreign(rows, asker.Town.Number) is { Count: > 0 } marks) wrong.Add($"{table} of {asker.Name} holds {string.Join(", ", marks)}");
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Take(40))}");
        foreach (var (table, rows) in await Rows.Of(app, other)) Assert.True(before[table] == rows, $"{table} of the other town changed.");
        Assert.Empty(host.Log.Marked);
        Assert.True(host.Log.Read > 1_000, $"Only {host.Log.Read} lines of the log were read.");
        Assert.True(host.Asked > 10_000, $"Only {host.Asked} requests were sent.");
    }

    // Everything that was ordered, and the work of the house: done as on a node.
    private static async Task<IReadOnlyList<string>> Work(TestApp app, IsolationHost host, Asker asker)
    {
        var ct = TestContext.Current.CancellationToken;
        var house = host.Services.GetServices<IJobKind>().Where(k => k.Calendar is not null).ToList();
        foreach (var kind in house) await app.UseAs<JobQueue, Result<Job>>(Actor.House(asker.Town.Body), (q, c) => q.Start(asker.Town.Body, kind.Name, kind.Name, new { }, c));
        var jobs = await app.UseAs<AppDb, List<Job>>(asker.Actor, (db, c) => db.Set<Job>().AsNoTracking().Where(j => j.EndedAt == null).OrderBy(j => j.Key).ToListAsync(c));
        foreach (var job in jobs.DistinctBy(j => j.Kind)) await host.Services.GetRequiredService<JobRunner>().Run(job.BodyId, job.Id, ct);
        var done = await app.UseAs<AppDb, List<Job>>(asker.Actor, (db, c) => db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Done).ToListAsync(c));
        return [.. house.Where(k => !done.Exists(j => j.Kind == k.Name)).Select(k => $"{k.Name} did not end well.")];
    }

    // What makes bodies comes last: from then on keys of others name bodies of one's own as well.
    // What brings back comes last: then nothing is removed any more.
    private static IEnumerable<(RouteEntry Endpoint, string Verb)> Writes(IReadOnlyList<RouteEntry> endpoints) =>
        from endpoint in endpoints where endpoint.IsApi from verb in endpoint.Verbs where verb != "GET" orderby endpoint.Pattern.EndsWith("/restoration", StringComparison.Ordinal), endpoint.Parameters.Count == 0, verb != "DELETE", endpoint.Parameters.Count descending select (endpoint, verb);

    private static IReadOnlyList<Asker> Askers(IReadOnlyList<PlantedTown> towns, Instant now) =>
    [
        .. Enum.GetValues<Role>().Select((role, i) => new Asker($"{role}", towns[i + 1].Person(now, role), towns[i + 1], towns[0])),
        new(Everything, towns[^2].Person(now, Roles.People), towns[^2], towns[0]),
        new("Nobody", Actor.Nobody, towns[^1], towns[0]),
    ];
}
