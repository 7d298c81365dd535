using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Reports.Paper;

namespace ResilienceMonitor.Reports.Pages;

/// <summary>Orders what a council paper lacks: first the comparison of measures, then the best set within a budget.</summary>
internal static class PaperWork
{
    public static async Task<(Job? Running, Refusal? Refusal)> Start(ForecastWork work, PaperRequest request, bool ranked, CancellationToken ct)
    {
        var started = ranked && request.Budget is { } budget ? await work.BestSet(request.Selection, budget, ct) : await work.Rank(request.Selection, ct);
        return started.Refusal is { } full ? (null, full) : (started.Value, (Refusal?)null);
    }
}
