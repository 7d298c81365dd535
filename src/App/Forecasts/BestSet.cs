namespace ResilienceMonitor.Forecasts;

/// <summary>The measures to take with a budget.</summary>
/// <param name="Steps">In the order in which they were added: each with what it gains on top of those before.</param>
/// <param name="Gain">Days gained by the whole set.</param>
/// <param name="StandardError">Of that gain.</param>
/// <param name="FirstYearCost">Cash of the first year.</param>
/// <param name="Budget">What was available.</param>
public sealed record BestSet(IReadOnlyList<BestSetStep> Steps, double Gain, double StandardError, double FirstYearCost, double Budget);

/// <summary>One measure of the set.</summary>
/// <param name="Measure">The measure, with its gain alone.</param>
/// <param name="GainOnTop">What it gains on top of those before.</param>
/// <param name="StandardError">Of that.</param>
/// <param name="WithoutIt">What the whole set would gain less without it.</param>
public sealed record BestSetStep(RankedMeasure Measure, double GainOnTop, double StandardError, GainOfRuns WithoutIt);
