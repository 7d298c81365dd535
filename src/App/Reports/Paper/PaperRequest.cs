using NodaTime;
using ResilienceMonitor.Forecasts;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>What a council paper is asked for.</summary>
/// <param name="Selection">Body and scenario.</param>
public sealed record PaperRequest(Selection Selection)
{
    /// <summary>Keys of the measures to propose; empty: the first three of the ranking.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Euro of first-year cash; the best set within it is proposed. Null: the measures named.</summary>
    public double? Budget { get; init; }

    public PaperFields Fields { get; init; } = new();
}

/// <summary>What only the body knows; null stays a blank to fill in.</summary>
public sealed record PaperFields
{
    public string? Number { get; init; }
    public string? Committee { get; init; }

    /// <summary>Day of the meeting.</summary>
    public LocalDate? Date { get; init; }

    public string? Department { get; init; }
    public string? Proposer { get; init; }
}
