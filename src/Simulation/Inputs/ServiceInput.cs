namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A service for citizens [time-critical process].</summary>
public sealed record ServiceInput
{
    /// <summary>Stable key, unique within the body.</summary>
    public required string Key { get; init; }

    /// <summary>Cases in a normal week, 0 or more. They are the weight of the service in the curve of its body and region.</summary>
    public required double CasesPerWeek { get; init; }

    /// <summary>What it needs: all groups, one member of each.</summary>
    public IReadOnlyList<NeedGroupInput> Needs { get; init; } = [];

    /// <summary>Emergency level [MBCO]: share of normal capacity that counts as emergency operation, above 0 up to 1.</summary>
    public double EmergencyLevel { get; init; } = 0.5;

    /// <summary>Maximum tolerable period of disruption [MTPD] in hours; null: none.</summary>
    public double? Mtpd { get; init; }

    /// <summary>Required time [RTO] in hours, from which the urgency of its resources is derived; null: the MTPD.</summary>
    public double? Rto { get; init; }

    /// <summary>Greatest bearable loss of data [RPO] in hours; null: none stated.</summary>
    public double? Rpo { get; init; }

    /// <summary>Dates that must not pass undelivered.</summary>
    public IReadOnlyList<DeadlineInput> Deadlines { get; init; } = [];

    /// <summary>Ways to deliver it without its own IT.</summary>
    public IReadOnlyList<SubstituteInput> Substitutes { get; init; } = [];

    /// <summary>Share of the normal rate that can be worked off beside new cases once the own service is back; 0: a backlog is never cleared, unless it expires.</summary>
    public double ExtraCapacity { get; init; } = 0.3;

    /// <summary>Euro lost for each open case and day.</summary>
    public double LossPerCaseDay { get; init; }

    /// <summary>Age in hours at which an open undone case expires and is lost if its turn (first in, first out) has not come; null: cases do not expire.</summary>
    public double? ExpiryAge { get; init; }

    /// <summary>Euro lost for each expired case.</summary>
    public double LossPerExpiredCase { get; init; }

    /// <summary>Euro of income that each case brings, collected later while the case is open (liquidity, not loss).</summary>
    public double IncomePerCase { get; init; }
}
