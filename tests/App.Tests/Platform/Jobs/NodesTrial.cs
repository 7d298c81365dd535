using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.App.Tests.Platform.Jobs;

/// <summary>
/// Two real servers on one PostgreSQL do simulations; one of them is killed in the middle, without a chance to tidy up. Every simulation must then be
/// done by the other one, and its result must be there once.
/// </summary>
internal sealed class NodesTrial(TestApp app, string data)
{
    /// <summary>Simulations ordered, jobs done, stored results, and results that are stored more than once.</summary>
    public sealed record Outcome(int Ordered, int Done, int Results, int Twice);

    public async Task<Outcome> Run(IReadOnlyList<(BodyId Body, string Key)> towns, int each, TimeSpan patience, CancellationToken ct)
    {
        var scenario = UsualScenario.Of(Bodies.Town.Of(1_000));
        foreach (var (body, key) in towns)
            for (var seed = 1; seed <= each; seed++)
            {
                var selection = new Selection { Body = key, Scenario = scenario, Runs = 200, Seed = (ulong)seed };
                var ordered = await app.UseAs<ForecastWork, Result<Job>>(Actor.House(body), (work, token) => work.Simulate(selection, token));
                if (ordered.Refusal is { } refusal) throw new InvalidOperationException(refusal.Code);
            }

        using var first = Serve("first");
        using var second = Serve("second");
        try
        {
            await Until(towns, towns.Count * each / 3, patience, ct);
            first.Kill();
            await Until(towns, towns.Count * each, patience, ct);
        }
        finally
        {
            foreach (var node in (Process[])[first, second])
                if (!node.HasExited) node.Kill();
        }

        var results = new List<string>();
        foreach (var (body, _) in towns)
            results.AddRange(await app.UseAs<AppDb, List<string>>(Actor.House(body), (db, token) => db.Forecasts.Where(f => f.BodyId == body).Select(f => f.InputHash).ToListAsync(token)));
        return new Outcome(towns.Count * each, await Done(towns), results.Distinct().Count(), results.Count - results.Distinct().Count());
    }

    private Process Serve(string name)
    {
        var directory = Directory.CreateDirectory(Path.Combine(data, name)).FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "resmon.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", directory]);
        var postgres = (DatabaseChoice.Postgres)app.Choice;
        start.Environment["RESMON_POSTGRES"] = postgres.ConnectionString;
        start.Environment["RESMON_POSTGRES_OWNER"] = postgres.Owner;
        return Process.Start(start)!;
    }

    private async Task Until(IReadOnlyList<(BodyId Body, string Key)> towns, int count, TimeSpan patience, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); await Done(towns) < count; await Task.Delay(200, ct))
            if (waited.Elapsed > patience) throw new TimeoutException($"{await Done(towns)} of {count} jobs are done.");
    }

    private async Task<int> Done(IReadOnlyList<(BodyId Body, string Key)> towns)
    {
        var done = 0;
        foreach (var (body, _) in towns)
            done += await app.UseAs<AppDb, int>(Actor.House(body), (db, ct) => db.Set<Job>().CountAsync(j => j.BodyId == body && j.State == JobState.Done && j.Kind == ForecastJob.Simulate, ct));
        return done;
    }
}
