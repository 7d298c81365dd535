namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Figures that may be asked for. What is not asked for costs nothing and is NaN or empty in the result.</summary>
[Flags]
public enum Figures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Of each service: first, emergency and own time, chance to be affected and to exceed the MTPD.</summary>
    Times = 1,

    /// <summary>Service days lost, by service, body and in all.</summary>
    DaysLost = 2,

    /// <summary>Of each service the time at which the backlog is cleared, undone case-days and expired cases.</summary>
    Backlog = 4,

    /// <summary>Of each service the chance to miss deadlines and to exceed the RPO.</summary>
    Deadlines = 8,

    /// <summary>Cost by kind, by body and in all.</summary>
    Cost = 16,

    /// <summary>Capability curves, by body and in all.</summary>
    Curves = 32,

    /// <summary>Of each service the share of runs in each state over time.</summary>
    States = 64,

    /// <summary>When resources are back, and the chance that they are hit.</summary>
    Resources = 128,

    /// <summary>How exact the quantiles of times are.</summary>
    Intervals = 256,

    /// <summary>Everything.</summary>
    All = Times | DaysLost | Backlog | Deadlines | Cost | Curves | States | Resources | Intervals,
}
