using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Overview;

/// <summary>What the start page of a body shows. The simulation is made at once; the comparison of measures runs beside and appears when it is ready.</summary>
public sealed class LoadOverview(PrepareOutage prepare, SimulateOutage simulate, RankMeasures rank, ForecastWork work, AppDb db, IEnumerable<ItemKind> kinds, Actor actor)
{
    /// <param name="body">Whose start page.</param>
    /// <param name="visit">When the person was last here; null: never.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<OverviewOfBody>> Run(Body body, Instant? visit, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var selection = UsualScenario.SelectionOf(body);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } notPrepared) return notPrepared;
        var simulated = await simulate.Run(prepared.Value, selection, null, ct);
        if (simulated.Refusal is { } refusal) return refusal;
        var ranking = await rank.Find(prepared.Value, selection, ct);
        var running = ranking is null ? await work.Rank(selection, ct) : default;
        return new OverviewOfBody(
            simulated.Value,
            ranking,
            ranking is null && running.Refusal is null ? running.Value : null,
            await Earlier(body, selection, simulated.Value, null, ct),
            visit is null ? null : await Earlier(body, selection, simulated.Value, visit, ct));
    }

    /// <summary>
    /// What has been gained since an earlier state of the model: since the oldest result of the last fourteen months, or the latest before a visit.
    /// </summary>
    private async Task<EarlierResult?> Earlier(Body body, Selection selection, SimulatedOutage now, Instant? visit, CancellationToken ct)
    {
        var current = await db.Forecasts.AsNoTracking().Where(f => f.BodyId == body.BodyId && f.InputHash == now.Inputs.Hash).Select(f => (Instant?)f.CreatedAt).FirstOrDefaultAsync(ct);
        if (current is not { } made) return null;
        var since = made - Duration.FromDays(425);
        var others = db.Forecasts.AsNoTracking()
            .Where(f => f.BodyId == body.BodyId && f.Subject == body.Key && f.Scenario == selection.Scenario && f.AsIs && f.Kind == nameof(OutageResult)
                && f.Runs == selection.Runs && f.InputHash != now.Inputs.Hash && f.CreatedAt >= since && f.CreatedAt < made && (visit == null || f.CreatedAt <= visit));
        var older = await (visit is null ? others.OrderBy(f => f.CreatedAt) : others.OrderByDescending(f => f.CreatedAt)).Select(f => new { f.CreatedAt, f.Packed }).FirstOrDefaultAsync(ct);
        if (older is null) return null;
        var result = await StoredResults.Unpack<OutageResult>(older.Packed, ct);
        var sections = kinds.Select(k => k.Section).ToHashSet(StringComparer.Ordinal);
        var counts = await db.Events.Where(e => e.BodyId == body.BodyId && e.At >= older.CreatedAt).GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(ct);
        var changes = counts.Where(c => sections.Contains(c.Kind.Split('.')[0])).Sum(c => c.Count);
        return new EarlierResult(older.CreatedAt, result.Bodies[0].Total.DaysLost.Mean - now.Result.Bodies[0].Total.DaysLost.Mean, changes);
    }
}

/// <summary>The start page of a body.</summary>
/// <param name="Simulated">The forecast.</param>
/// <param name="Ranking">Its measures; null: not compared yet.</param>
/// <param name="Running">Compares them.</param>
/// <param name="Earlier">What has been gained in a year.</param>
/// <param name="SinceVisit">What has been gained since the person was last here.</param>
public sealed record OverviewOfBody(SimulatedOutage Simulated, Ranking? Ranking, Job? Running, EarlierResult? Earlier, EarlierResult? SinceVisit);

/// <summary>What has changed since an earlier result.</summary>
/// <param name="Since">When it was made.</param>
/// <param name="DaysGained">Service days fewer than then; below zero: more.</param>
/// <param name="Changes">Changes of the model since then.</param>
public sealed record EarlierResult(Instant Since, double DaysGained, int Changes);
