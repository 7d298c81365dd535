using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Lab.Servers;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Lab.Nodes;

/// <summary>
/// Two real servers on one PostgreSQL do simulations, and somebody has signed in at one of them. That one is killed in the middle, without a chance
/// to tidy up. The other must do every simulation, each result must be there once, and whoever was signed in must still be.
/// </summary>
public sealed class NodesTrial(DatabaseChoice.Postgres postgres, string data)
{
    private const string Password = "siebenundzwanzig Leitern am Rathaus";
    // Long enough that the killed node is in the middle of one.
    private const int Runs = 1_000;

    /// <param name="Ordered">Simulations ordered.</param>
    /// <param name="DoneAtKill">Done when the node was killed.</param>
    /// <param name="Done">Done in the end.</param>
    /// <param name="Results">Stored results.</param>
    /// <param name="Twice">Results that are stored more than once.</param>
    /// <param name="Again">Simulations that were begun more than once.</param>
    /// <param name="SignedIn">Whoever had signed in at the killed node went on at the other.</param>
    public sealed record Outcome(int Ordered, int DoneAtKill, int Done, int Results, int Twice, int Again, bool SignedIn);

    public async Task<Outcome> Run(int count, TimeSpan patience, CancellationToken ct)
    {
        await using var app = new LabApp(Path.Combine(data, "orders"), postgres);
        await app.Start(ct);
        var towns = await Towns(app, (count + Limits.OpenJobs - 1) / Limits.OpenJobs, ct);

        using var first = await ServeProcess.Start(Directory.CreateDirectory(Path.Combine(data, "first")).FullName, postgres, ct);
        using var visitor = new Visitor();
        await visitor.Submit(await first.FirstLink(ct), ct, ("Input.Name", "M. Beispiel"), ("Input.UserName", "m.beispiel"), ("Input.Password", Password), ("Input.Again", Password), ("Input.BodyName", "Leitstelle"));
        await MustKnow(visitor, first, ct);

        for (var number = 0; number < count; number++) await Order(app, towns[number % towns.Count], seed: number + 1, ct);
        using var second = await ServeProcess.Start(Directory.CreateDirectory(Path.Combine(data, "second")).FullName, postgres, ct);
        await Until(app, towns, count / 3, patience, ct);
        first.Kill();
        var doneAtKill = await Done(app, towns, ct);
        var signedIn = (await visitor.Get(new Uri(second.Address, "/account"), ct)).Contains("m.beispiel", StringComparison.Ordinal);
        await Until(app, towns, count, patience, ct);

        var (results, again) = (new List<string>(), 0);
        foreach (var (body, _) in towns)
        {
            results.AddRange(await Ask(app, body, (db, token) => db.Forecasts.Where(f => f.BodyId == body).Select(f => f.InputHash).ToListAsync(token), ct));
            again += await Ask(app, body, (db, token) => Simulations(db, body).CountAsync(j => j.Attempts > 1, token), ct);
        }

        var different = results.Distinct(StringComparer.Ordinal).Count();
        return new Outcome(count, doneAtKill, await Done(app, towns, ct), different, results.Count - different, again, signedIn);
    }

    private static async Task MustKnow(Visitor visitor, ServeProcess node, CancellationToken ct)
    {
        if (!(await visitor.Get(new Uri(node.Address, "/account"), ct)).Contains("m.beispiel", StringComparison.Ordinal))
            throw new InvalidOperationException("Signing in failed.");
    }

    private static async Task<IReadOnlyList<(BodyId Body, string Key)>> Towns(LabApp app, int count, CancellationToken ct)
    {
        var towns = new List<(BodyId, string)>();
        for (var number = 1; number <= count; number++)
        {
            var content = Content(number);
            var made = await app.Use<CreateBody, Result<Body>>((create, token) => create.Run($"lab:{number}", content, token), ct);
            if (made.Refusal is { } refusal) throw new InvalidOperationException(refusal.Code);
            towns.Add((made.Value.BodyId, made.Value.Key));
        }

        return towns;
    }

    private static BodyContent Content(int number) => new()
    {
        Name = $"Musterstadt {number}",
        Kind = BodyKind.Municipality,
        State = "05",
        Population = 1_000 * number,
        Origin = new Origin(OriginKind.Person, new LocalDate(2026, 11, 21)),
    };

    private static async Task Order(LabApp app, (BodyId Body, string Key) town, int seed, CancellationToken ct)
    {
        var selection = new Selection { Body = town.Key, Scenario = UsualScenario.Of(Content(1)), Runs = Runs, Seed = (ulong)seed };
        var ordered = await app.UseAs<ForecastWork, Result<Job>>(Actor.House(town.Body), (work, token) => work.Simulate(selection, token), ct);
        if (ordered.Refusal is { } refusal) throw new InvalidOperationException(refusal.Code);
    }

    private static async Task Until(LabApp app, IReadOnlyList<(BodyId Body, string Key)> towns, int count, TimeSpan patience, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); await Done(app, towns, ct) < count; await Task.Delay(200, ct))
            if (waited.Elapsed > patience) throw new TimeoutException($"{await Done(app, towns, ct)} of {count} jobs are done.");
    }

    private static async Task<int> Done(LabApp app, IReadOnlyList<(BodyId Body, string Key)> towns, CancellationToken ct)
    {
        var done = 0;
        foreach (var (body, _) in towns) done += await Ask(app, body, (db, token) => Simulations(db, body).CountAsync(j => j.State == JobState.Done, token), ct);
        return done;
    }

    private static IQueryable<Job> Simulations(AppDb db, BodyId body) => db.Set<Job>().Where(j => j.BodyId == body && j.Kind == ForecastJob.Simulate);

    private static Task<TResult> Ask<TResult>(LabApp app, BodyId body, Func<AppDb, CancellationToken, Task<TResult>> question, CancellationToken ct) => app.UseAs(Actor.House(body), question, ct);
}
