using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>An observation beside its forecasts.</summary>
public sealed record JudgedRow
{
    public required KnownOutage Case { get; init; }
    public required Observation Seen { get; init; }

    /// <summary>The model's band; null: it does not forecast this milestone.</summary>
    public required DayBand? Band { get; init; }

    /// <summary>Bands without model; null: nothing to compare with is known.</summary>
    public required DayBand? N1 { get; init; }

    public required DayBand? N2 { get; init; }

    /// <summary>Days known of other cases for the same milestone.</summary>
    public required int Comparables { get; init; }

    /// <summary>How much it counts among the scored rows; 0: not scored.</summary>
    public required double Weight { get; init; }

    public BandScore? Score => Band is { } band ? BandScore.Of(band, Seen) : null;

    /// <summary>Without a last day: whether the forecast allows that it was not back by the first one.</summary>
    public bool? IsConsistent => Seen.DayMax is null && Band is { } band ? band.P90 >= Seen.DayMin : null;
}
