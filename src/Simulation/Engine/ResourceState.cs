using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What one run does to a resource. All draws are made when the run begins; the rest counts down while it is restored.</summary>
internal struct ResourceState
{
    /// <summary>Kind of the hit; null: not hit.</summary>
    public HitKind? Hit;

    /// <summary>Damaged, and the backup cannot be used.</summary>
    public bool BackupLost;

    /// <summary>Hours of one part.</summary>
    public double PartHours;

    /// <summary>Hours of one part of the work that is done again after a failed restart test; 0: the test succeeds.</summary>
    public double ReworkPartHours;

    /// <summary>Hours between the end of the work and the return.</summary>
    public double Waiting;

    /// <summary>Gates and prerequisites are passed.</summary>
    public bool IsReady;

    public int Unstarted;

    public int Unfinished;

    public int BatchesUp;

    public readonly bool NeedsWork => Hit is HitKind.Stopped or HitKind.Damaged && PartHours > 0;
}
