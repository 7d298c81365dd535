namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>What a service needs: application, directory, server platform, network, client fleet, people, outside register.</summary>
/// <remarks>Its operator is the body that lists it; only that body's people work on it.</remarks>
public sealed record ResourceInput
{
    /// <summary>Stable key, unique within the body.</summary>
    public required string Key { get; init; }

    /// <summary>Person-hours to restore it when damaged, with a usable backup.</summary>
    public Distribution RestoreWork { get; init; } = Distribution.Zero;

    /// <summary>Person-hours to check it when it was only stopped; without backup, rebuild factor or restart test.</summary>
    public Distribution CheckWork { get; init; } = Distribution.Zero;

    /// <summary>How many people can share the work, at least 1. The work is cut into as many equal one-person parts. Ignored for a fleet.</summary>
    public int MaxPeople { get; init; } = 1;

    /// <summary>Hours that pass after the last part (delivery, test by the department, re-certification); no person shortens them and slip does not stretch them; of a fleet after each batch. Only when damaged.</summary>
    public Distribution Waiting { get; init; } = Distribution.Zero;

    /// <summary>The same after the check of a resource that was only stopped.</summary>
    public Distribution CheckWaiting { get; init; } = Distribution.Zero;

    /// <summary>Chance that the backup is usable, 0..1.</summary>
    public double BackupUsable { get; init; } = 1;

    /// <summary>Factor on the restore work when the backup is not usable, 1 or more.</summary>
    public double RebuildFactor { get; init; } = 1;

    /// <summary>Hours of data lost when restored from a usable backup.</summary>
    public double DataLossHours { get; init; }

    /// <summary>Chance that the restart test fails when it was damaged, 0..1; at most once in a run. Ignored for a fleet, whose batches are tested one by one.</summary>
    public double RestartFailure { get; init; }

    /// <summary>Share of the work that is done again, cut into parts again, after a failed restart test, 0..1.</summary>
    public double RestartRepeat { get; init; }

    /// <summary>Equal batches of a fleet, each one part for one person: 1 (no fleet) to 20. Capacity = finished share.</summary>
    public int Batches { get; init; } = 1;

    /// <summary>What it needs to function: all groups, one member of each.</summary>
    public IReadOnlyList<NeedGroupInput> Needs { get; init; } = [];

    /// <summary>What must be available (capacity above 0) before work on it may start, one member of each group; null: the same as <see cref="Needs"/>.</summary>
    public IReadOnlyList<NeedGroupInput>? Prerequisites { get; init; }

    /// <summary>Required time in hours set by a person; null: derived from what depends on it.</summary>
    public double? RequiredTimeOverride { get; init; }

    /// <summary>Euro spent on replacement devices or licences when it is damaged.</summary>
    public double ReplacementCost { get; init; }
}
