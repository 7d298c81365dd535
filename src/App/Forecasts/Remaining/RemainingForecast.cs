using System.Text.Json.Serialization;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>How long still, given what is back: bands of the runs that agree, beside those of all runs.</summary>
public sealed record RemainingForecast
{
    /// <summary>Fewer runs than this, counted by their effective number, say nothing that could be relied on: of 50, five lie beyond either end of a band.</summary>
    public const int LeastEffectiveRuns = 50;

    /// <summary>Hours since the start of the outage.</summary>
    public required double Hours { get; init; }

    public required int Runs { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>So many runs of equal weight would say as much as all of them with their weights do.</summary>
    public required double EffectiveRuns { get; init; }

    /// <summary>Services of the body in the order of its model.</summary>
    public required IReadOnlyList<RemainingService> Services { get; init; }

    /// <summary>Too few runs agree: nothing is forecast.</summary>
    [JsonIgnore]
    public bool TooFew => EffectiveRuns < LeastEffectiveRuns;
}

/// <summary>One service.</summary>
/// <param name="Key">Key within the body.</param>
/// <param name="Levels">First, emergency, own.</param>
public sealed record RemainingService(string Key, IReadOnlyList<RemainingLevel> Levels)
{
    public RemainingLevel this[ServiceLevel level] => Levels[(int)level];
}

/// <summary>One of its times.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="BackAfter">Hours after the start at which it was reached; null: not known, or not reached.</param>
/// <param name="Before">Hours after the start as all runs say.</param>
/// <param name="Now">Hours after the start as the runs say that agree; null: it is back or never gone, or too few runs agree.</param>
/// <param name="EffectiveRuns">Of the runs that agree and, if it is out, in which it is not back yet either.</param>
public sealed record RemainingLevel(LevelState State, double? BackAfter, HoursBand Before, HoursBand? Now, double EffectiveRuns)
{
    /// <summary>It is out, but in too few of the runs that agree.</summary>
    [JsonIgnore]
    public bool TooFew => State == LevelState.Out && Now is null;
}

/// <summary>Quantiles of a time in hours after the start of the outage; infinity: not within five years.</summary>
/// <param name="P10">One of ten runs is not later.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">Nine of ten runs are not later.</param>
public readonly record struct HoursBand(double P10, double P50, double P90);

public enum LevelState
{
    /// <summary>Known not to be reached: it is forecast to come later than now.</summary>
    Out,

    /// <summary>Reached.</summary>
    Back,

    /// <summary>Nothing was said of it: it is forecast, and may have been reached already.</summary>
    Open,

    /// <summary>The scenario does not touch the service in any run.</summary>
    Untouched,
}
