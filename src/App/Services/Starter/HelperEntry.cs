using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>Help that usually comes from outside, for a body with <c>reference-workplaces</c> workplaces.</summary>
public sealed record HelperEntry
{
    public required LocalText Name { get; init; }

    /// <summary>People who work full time on the restoration.</summary>
    public required double People { get; init; }

    /// <summary>The number grows with workplaces to this power.</summary>
    public required double SizeExponent { get; init; }

    public required Spread DelayHours { get; init; }
    public double? StayHours { get; init; }
    public required double CostPerHour { get; init; }
    public required IReadOnlyDictionary<string, string> Basis { get; init; }
}
