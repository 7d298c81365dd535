using NodaTime;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services;

/// <summary>A way to deliver a service without its own IT.</summary>
public sealed record Substitute
{
    public required string Key { get; init; }
    public string? CatalogueKey { get; init; }
    public string? Name { get; init; }
    public required SubstituteKind Kind { get; init; }

    /// <summary>Forms, agreements and data lie ready outside the network.</summary>
    public bool Prepared { get; init; }

    public LocalDate? Tested { get; init; }

    /// <summary>Hours from detection until it starts when prepared.</summary>
    public required Spread StartPrepared { get; init; }

    /// <summary>Hours from detection until it starts when not prepared; null: it is not possible without preparation.</summary>
    public Spread? StartUnprepared { get; init; }

    public required double Capacity { get; init; }

    /// <summary>Hours it can be kept up; null: without end.</summary>
    public double? EnduranceHours { get; init; }

    /// <summary>Share of its cases that must be typed in later.</summary>
    public double RekeyShare { get; init; }

    public IReadOnlyList<NeedGroup> Needs { get; init; } = [];

    /// <summary>Key of the partner body whose same service does the work (neighbour).</summary>
    public string? Partner { get; init; }
}

public enum SubstituteKind
{
    Paper,
    Neighbour,
    RepeatLastRun,
    OtherOffice,
    OtherTool,
    WaiveDeadline,
}
