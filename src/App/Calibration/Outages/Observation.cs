namespace ResilienceMonitor.Calibration.Outages;

/// <summary>What was back on which day after the start of an outage.</summary>
public sealed record Observation
{
    /// <summary>Shares above it are not scored: the last two percent are said, not counted.</summary>
    private const double GreatestScoredShare = 0.98;

    private const double ApproximateShare = 0.1;

    public required string Case { get; init; }
    public required Milestone Milestone { get; init; }

    /// <summary>The service it was observed for; null: none.</summary>
    public string? Service { get; init; }

    /// <summary>Of <see cref="Milestone.Clients"/> and <see cref="Milestone.Share"/>: the share that was back.</summary>
    public double? Share { get; init; }

    public required double DayMin { get; init; }

    /// <summary>Null: not within what was observed.</summary>
    public double? DayMax { get; init; }

    public required ObservationMark Mark { get; init; }

    /// <summary>True if forecasts are judged by it.</summary>
    public bool IsScored => DayMax is not null
        && Mark is ObservationMark.Stated or ObservationMark.Computed or ObservationMark.Approximate
        && Milestone is not (Milestone.Reconnection or Milestone.Infrastructure or Milestone.FailedRestart)
        && !(Share > GreatestScoredShare);

    /// <summary>First and last day it may have been: an approximate single day is widened by a tenth of it, at least one day.</summary>
    public (double First, double Last) Days
    {
        get
        {
            var last = DayMax ?? DayMin;
            if (Mark != ObservationMark.Approximate || last > DayMin) return (DayMin, last);
            var width = Math.Max(1, DayMin * ApproximateShare);
            return (Math.Max(0, DayMin - width), DayMin + width);
        }
    }

    /// <summary>The day for pictures and order: the middle on the scale of scoring.</summary>
    public double MiddleDay => DayScale.Day((DayScale.Of(Days.First) + DayScale.Of(Days.Last)) / 2);
}

/// <summary>How sure a day is.</summary>
public enum ObservationMark
{
    Stated,

    /// <summary>Computed from stated dates.</summary>
    Computed,

    Approximate,

    /// <summary>Inferred by whoever made the collection.</summary>
    Inferred,

    /// <summary>Announced, not observed.</summary>
    Announced,
}
