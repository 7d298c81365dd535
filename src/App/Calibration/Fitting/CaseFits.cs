using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Fitting;

/// <summary>The fit to all training cases, and for each case the one that does not know it.</summary>
/// <param name="All">Fitted to all.</param>
/// <param name="Without">By id of the case that was left out.</param>
internal sealed record CaseFits(FittedNumbers All, IReadOnlyDictionary<string, FittedNumbers> Without)
{
    /// <param name="training">What may be known.</param>
    /// <param name="leftOut">Cases to leave out, one at a time.</param>
    /// <param name="forecasts">The model.</param>
    /// <param name="progress">Told the finished share.</param>
    public static CaseFits Of(OutageCollection training, IReadOnlyList<KnownOutage> leftOut, CaseForecasts forecasts, Action<double>? progress)
    {
        var fit = new Fit(training, forecasts);
        var all = fit.Find(without: null);
        progress?.Invoke(0.5);
        var without = new Dictionary<string, FittedNumbers>(StringComparer.Ordinal);
        foreach (var known in leftOut)
        {
            without[known.Id] = fit.Find(known.Id);
            progress?.Invoke(0.5 + 0.5 * without.Count / leftOut.Count);
        }

        return new(all, without);
    }

    /// <summary>The numbers for people.</summary>
    public IReadOnlyList<FittedNumber> Numbers(CaseForecasts forecasts)
    {
        var (prior, values) = (forecasts.Values(FittedNumbers.Prior), forecasts.Values(All));
        var folds = Without.Values.DefaultIfEmpty(All).Select(forecasts.Values).ToList();
        return [.. FittedNumbers.Keys.Select(key => new FittedNumber(key, prior[key], values[key], folds.Min(f => f[key]), folds.Max(f => f[key])))];
    }
}
