namespace ResilienceMonitor.Calibration.Outages;

/// <summary>What can be observed of a recovery; the meaning of each stands in docs/calibration.md.</summary>
public enum Milestone
{
    FirstSubstitute,
    Substitute,
    Forensics,
    EmergencyInfrastructure,
    Reconnection,
    FirstClients,
    Clients,
    Share,
    OwnService,
    Infrastructure,
    Most,
    Full,
    FailedRestart,
}

/// <summary>Milestones that stand for one another where too few of one are known.</summary>
public enum MilestoneGroup
{
    Early,
    Gate,
    Own,
    Late,
}

public static class MilestoneGroups
{
    public static MilestoneGroup Group(this Milestone milestone) => milestone switch
    {
        Milestone.FirstSubstitute or Milestone.Substitute => MilestoneGroup.Early,
        Milestone.Forensics or Milestone.EmergencyInfrastructure or Milestone.FirstClients => MilestoneGroup.Gate,
        Milestone.OwnService => MilestoneGroup.Own,
        _ => MilestoneGroup.Late,
    };

    /// <summary>Two groups together: what comes before the own services, and what comes from then on.</summary>
    public static bool IsBeforeOwn(this Milestone milestone) => milestone.Group() is MilestoneGroup.Early or MilestoneGroup.Gate;
}
