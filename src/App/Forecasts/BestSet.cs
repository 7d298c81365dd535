namespace ResilienceMonitor.Forecasts;

/// <summary>The measures to take with a budget.</summary>
/// <param name="Steps">In the order in which they were added: each with what it gains on top of those before.</param>
/// <param name="Gain">Days gained by the whole set.</param>
/// <param name="StandardError">Of that gain.</param>
/// <param name="FirstYearCost">Cash of the first year.</param>
/// <param name="Budget">What was available.</param>
public sealed record BestSet(IReadOnlyList<BestSetStep> Steps, double Gain, double StandardError, double FirstYearCost, double Budget);

/// <summary>One measure of the set.</summary>
public sealed record BestSetStep(RankedMeasure Measure, double GainOnTop);
