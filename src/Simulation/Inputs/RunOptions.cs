namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>How many runs, with which seed, and in which order work is handed out.</summary>
public sealed record RunOptions
{
    /// <summary>Number of runs, 1 to <see cref="InputLimits.Runs"/>.</summary>
    public int Runs { get; init; } = 1000;

    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, 1 to <see cref="InputLimits.Threads"/>; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Which draws share the points of a sequence; null: <see cref="PointPlan.Of"/> the region and outage that are simulated.</summary>
    public PointPlan? Points { get; init; }

    /// <summary>What is asked for. The runs, and so every figure, are the same whatever else is asked for.</summary>
    public Figures Figures { get; init; } = Figures.All;

    /// <summary>How ready work is chosen.</summary>
    public DispatchMode Dispatch { get; init; } = DispatchMode.MostUrgentReady;

    /// <summary>Restart plan: resources in the wanted order, replacing the derived urgency; null: derived. Resources not named come last. Required by <see cref="DispatchMode.StrictList"/>.</summary>
    public IReadOnlyList<EntityRef>? RestartOrder { get; init; }
}

/// <summary>How ready work is chosen when a person is free.</summary>
public enum DispatchMode
{
    /// <summary>The most urgent ready part starts.</summary>
    MostUrgentReady,

    /// <summary>
    /// Work of a body starts only in the order of the restart plan: a resource starts when all parts of all earlier ones that need work have
    /// started. Work repeated after a failed restart test keeps its rank, but holds back nobody before it is known. A plan that contradicts the
    /// prerequisites stands still.
    /// </summary>
    StrictList,
}
