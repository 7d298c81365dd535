using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Jobs;

namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>What pages share: a small simulation is answered at once, a large one becomes long work.</summary>
internal static class ForecastPages
{
    public static async Task<(SimulatedOutage? Result, Job? Running, Refusal? Refusal)> Find(
        SimulateOutage simulate, ForecastWork work, Selection selection, CancellationToken ct)
    {
        if (selection.Body is not null)
        {
            var done = await simulate.Run(selection, null, ct);
            return done.Refusal is { } refused ? (null, null, refused) : (done.Value, null, null);
        }

        var found = await simulate.Find(selection, ct);
        if (found.Refusal is { } refusal) return (null, null, refusal);
        if (found.Value is { } kept) return (kept, null, null);
        var started = await work.Simulate(selection, ct);
        return started.Refusal is { } full ? (null, null, full) : (null, started.Value, null);
    }
}
