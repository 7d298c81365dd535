using ResilienceMonitor.Calibration.Scoring;

namespace ResilienceMonitor.Calibration;

/// <summary>How the reference model fared against known outages.</summary>
/// <param name="Comparison">Every observation beside its forecasts.</param>
/// <param name="Given">The same, given what came back first in each case.</param>
public sealed record Validation(Comparison Comparison, IReadOnlyList<GivenFirst> Given)
{
    /// <summary>The numbers that are fitted.</summary>
    public IReadOnlyList<FittedNumber> Numbers { get; init; } = [];

    /// <summary>Loss on the later milestones given the first, over that without knowing it; null: no case has two.</summary>
    public double? GivenRatio => Given.Count == 0 ? null : Sum(g => g.Given) / Sum(g => g.Row.Band!.Value);

    private double Sum(Func<(JudgedRow Row, DayBand Given), DayBand> band) =>
        Given.SelectMany(g => g.Later).Sum(l => l.Row.Weight * BandScore.Of(band(l), l.Row.Seen).Loss);
}

/// <summary>A number of the reference model that is fitted to known outages.</summary>
/// <param name="Key">Its key in <c>catalogues/reference.json</c>.</param>
/// <param name="Prior">Its value before any outage was looked at.</param>
/// <param name="Value">Its value fitted to all training cases.</param>
/// <param name="Least">The least value with one case left out.</param>
/// <param name="Greatest">The greatest.</param>
public sealed record FittedNumber(string Key, double Prior, double Value, double Least, double Greatest);
