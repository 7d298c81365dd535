using System.Text.Json.Serialization;
using ResilienceMonitor.Measures;

namespace ResilienceMonitor.Forecasts;

/// <summary>Measures of one subject in one scenario, by what they gain.</summary>
public sealed record Ranking
{
    /// <summary>Service days lost without any of them, mean over runs.</summary>
    public required double Baseline { get; init; }

    public required double BaselineError { get; init; }

    /// <summary>Measures with a measurable effect first, by days gained for each euro a year; then the others by key.</summary>
    public required IReadOnlyList<RankedMeasure> Measures { get; init; }

    /// <summary>Measures that make the outage rarer rather than shorter.</summary>
    public required IReadOnlyList<RarerOutage> ChanceLowering { get; init; }

    /// <summary>Pairs of the best measures that gain measurably less or more together than the sum of both.</summary>
    public IReadOnlyList<Interaction> Interactions { get; init; } = [];

    /// <summary>Measures that cannot be tried in this scenario, with the reason.</summary>
    public required IReadOnlyList<string> NotApplicable { get; init; }

    public required int Runs { get; init; }
    public required ulong Seed { get; init; }
}

/// <summary>The paired effect of one measure.</summary>
/// <param name="Key">Key of the measure.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Gain">Service days gained, mean over paired runs.</param>
/// <param name="StandardError">Of the gain.</param>
/// <param name="Cost">What it costs.</param>
public sealed record RankedMeasure(string Key, MeasureContent Measure, double Gain, double StandardError, MeasureCost Cost)
{
    /// <summary>What it still gains when every other measure that helps is in place; null: it does not help, or all together cannot be simulated.</summary>
    public GainOfRuns? OnTop { get; init; }

    /// <summary>False: |gain| is below two standard errors.</summary>
    [JsonIgnore]
    public bool Measurable => new GainOfRuns(Gain, StandardError).Measurable;

    /// <summary>It shortens the outage measurably.</summary>
    [JsonIgnore]
    public bool Helps => Measurable && Gain > 0;

    /// <summary>Days gained for each 1,000 euro a year.</summary>
    [JsonIgnore]
    public double GainPerThousand => Cost.PerYear > 0 ? Gain / Cost.PerYear * 1000 : Gain > 0 ? double.PositiveInfinity : 0;
}

/// <summary>A measure that changes the yearly chance of the scenario.</summary>
public sealed record RarerOutage(string Key, MeasureContent Measure, double ChanceBefore, double ChanceAfter, MeasureCost Cost);

/// <summary>Two measures that together gain something else than the sum of both, by more than two standard errors.</summary>
/// <param name="First">Key of the one.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Together">Days gained with both.</param>
/// <param name="Sum">Sum of the gains alone.</param>
/// <param name="StandardError">Of the difference, in the same runs.</param>
public sealed record Interaction(string First, string Second, double Together, double Sum, double StandardError)
{
    /// <summary>They solve the same bottleneck: together less than the sum. Else each makes the other worth more.</summary>
    [JsonIgnore]
    public bool Overlap => Together < Sum;
}
