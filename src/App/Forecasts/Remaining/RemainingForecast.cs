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
/// <param name="EffectiveRuns">Of the runs that agree and in which it is not back yet either.</param>
/// <param name="Levels">First, emergency, own.</param>
public sealed record RemainingService(string Key, double EffectiveRuns, IReadOnlyList<RemainingLevel> Levels)
{
    /// <summary>Runs agree, but in too few of them it is still out.</summary>
    [JsonIgnore]
    public bool TooFew => EffectiveRuns < RemainingForecast.LeastEffectiveRuns && Levels.Any(l => l.State == LevelState.Out);

    public RemainingLevel this[ServiceLevel level] => Levels[(int)level];
}

/// <summary>One of its times.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="BackAfter">Hours after the start at which it was reached; null: not known, or not reached.</param>
/// <param name="Before">Hours after the start as all runs say.</param>
/// <param name="Now">Hours after the start as the runs say that agree; null: not asked for, or too few of them.</param>
public sealed record RemainingLevel(LevelState State, double? BackAfter, HoursBand Before, HoursBand? Now);

/// <summary>Quantiles of a time in hours after the start of the outage; infinity: not within five years.</summary>
/// <param name="P10">One of ten runs is not later.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">Nine of ten runs are not later.</param>
public readonly record struct HoursBand(double P10, double P50, double P90);

public enum LevelState
{
    /// <summary>Not reached, so it is forecast.</summary>
    Out,

    /// <summary>Reached.</summary>
    Back,

    /// <summary>Nothing was said of it.</summary>
    Open,

    /// <summary>The scenario does not touch the service in any run.</summary>
    Untouched,
}
