using NodaTime;

namespace ResilienceMonitor.Calibration.Outages;

/// <summary>Public facts about a real outage and the body it met. Null: not known, which is not zero.</summary>
public sealed record KnownOutage
{
    public required string Id { get; init; }
    public string? Name { get; init; }

    /// <summary>Two letters, for example <c>DE</c>.</summary>
    public string? Country { get; init; }

    public LocalDate? Start { get; init; }
    public OutageBody? Kind { get; init; }

    /// <summary>Bodies a provider works for.</summary>
    public double? Members { get; init; }

    public double? Population { get; init; }
    public double? Staff { get; init; }
    public double? ItStaff { get; init; }

    /// <summary>Workplaces; with <see cref="ClientsHit"/> the part that was hit.</summary>
    public double? Clients { get; init; }

    public double? ClientsHit { get; init; }
    public double? Servers { get; init; }
    public double? ServersHit { get; init; }
    public OutageCause Cause { get; init; }
    public BackupState Backups { get; init; }
}

/// <summary>Kind of a body in the collection of outages.</summary>
public enum OutageBody
{
    Municipality,
    District,
    Provider,
}

/// <summary>Why a body was down.</summary>
public enum OutageCause
{
    Unknown,

    /// <summary>An intruder encrypted what there was.</summary>
    Encrypted,

    /// <summary>Switched off in time, with or without an intruder inside.</summary>
    Precaution,

    /// <summary>Power, cable, failed update.</summary>
    Power,
}

/// <summary>What was left of the backups.</summary>
public enum BackupState
{
    Unknown,
    Intact,
    Usable,
    PartlyLost,
    Lost,
}
