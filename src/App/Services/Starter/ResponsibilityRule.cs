using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Services.Starter;

/// <summary>One row of the table (state, legal status, size) → who delivers. Empty filters match everything.</summary>
public sealed record ResponsibilityRule
{
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<LegalStatus> Statuses { get; init; } = [];

    /// <summary>Inhabitants, inclusive.</summary>
    public int? From { get; init; }

    /// <summary>Inhabitants, exclusive.</summary>
    public int? Below { get; init; }

    public required Responsibility Is { get; init; }

    internal bool Fits(string? state, LegalStatus status, double population)
        => (States.Count == 0 || (state is not null && States.Contains(state)))
            && (Statuses.Count == 0 || Statuses.Contains(status))
            && population >= (From ?? 0)
            && population < (Below ?? double.PositiveInfinity);
}
