using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Jobs;

namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>Answers at once with the usual runs; when too few of those agree, many more are played as long work.</summary>
internal static class RemainingAnswer
{
    /// <param name="remaining">The use case.</param>
    /// <param name="work">Orders long work.</param>
    /// <param name="outage">What is simulated.</param>
    /// <param name="selection">With the usual runs.</param>
    /// <param name="soFar">What is known.</param>
    /// <param name="cancelled">The person has just cancelled the long work.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<(RemainingForecast? Forecast, Job? Running, Refusal? Refusal)> Find(
        ForecastRemaining remaining, ForecastWork work, KnowableOutage outage, Selection selection, OutageSoFar soFar, bool cancelled, CancellationToken ct)
    {
        var more = selection with { Runs = ForecastRemaining.ManyRuns };
        var many = await remaining.Find(outage, more, soFar, ct);
        if (many.Refusal is { } wrong) return (null, null, wrong);
        if (many.Value is { } kept) return (kept, null, null);
        var few = await remaining.Run(outage, selection, soFar, null, ct);
        if (few.Refusal is { } refusal) return (null, null, refusal);
        if (cancelled || !(few.Value.TooFew || few.Value.Services.Any(s => s[ServiceLevel.Own].TooFew))) return (few.Value, null, null);

        // A large model has no room for so many runs; then the first answer is all there is.
        if ((await remaining.Prepare(more, ct)).Refusal is not null) return (few.Value, null, null);
        var started = await work.Remaining(more, soFar, ct);
        return started.Refusal is { } full ? (few.Value, null, full) : (few.Value, started.Value, null);
    }
}
