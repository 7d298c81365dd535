using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>A way to deliver a service without its IT, as it stands in the catalogue.</summary>
public sealed record SubstituteEntry
{
    /// <summary>Key within the service.</summary>
    public required string Key { get; init; }

    public required LocalText Name { get; init; }
    public required SubstituteKind Kind { get; init; }

    /// <summary>True: it is ready everywhere without anybody's doing (an outside portal, a state register).</summary>
    public bool AlwaysPrepared { get; init; }

    /// <summary>States in which it exists; empty: everywhere.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>True: only with a cash desk.</summary>
    public bool NeedsCashDesk { get; init; }

    public required Spread StartPreparedDays { get; init; }

    /// <summary>Null: not possible without preparation.</summary>
    public Spread? StartUnpreparedDays { get; init; }

    public required double Capacity { get; init; }

    /// <summary>Null: without end.</summary>
    public double? EnduranceDays { get; init; }

    /// <summary>Work of typing a case in later, as a share of the work of a normal case.</summary>
    public double RekeyShare { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Needs { get; init; } = [];

    /// <summary>What lies ready outside the network once it is prepared.</summary>
    public IReadOnlyList<IReadOnlyList<string>> NeedsPrepared { get; init; } = [];

    /// <summary>Where the same things must be taken from as long as it is not prepared.</summary>
    public IReadOnlyList<IReadOnlyList<string>> NeedsUnprepared { get; init; } = [];
}
