using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A resource with numbers instead of keys, and its draws.</summary>
internal sealed class CompiledResource
{
    public required EntityRef Ref { get; init; }

    public required ResourceInput Input { get; init; }

    public required int Body { get; init; }

    /// <summary>Urgency within its body: 0 is the most urgent.</summary>
    public required int Rank { get; init; }

    /// <summary>Capacity when nothing is hit.</summary>
    public required double NormalCapacity { get; init; }

    public required ChanceStream RestoreWork { get; init; }

    public required ChanceStream CheckWork { get; init; }

    public required ChanceStream Waiting { get; init; }

    public required ChanceStream Backup { get; init; }

    public required ChanceStream RestartTest { get; init; }

    public bool IsFleet => Input.Batches > 1;

    /// <summary>Equal one-person parts its work is cut into.</summary>
    public int Parts => IsFleet ? Input.Batches : Input.MaxPeople;
}
