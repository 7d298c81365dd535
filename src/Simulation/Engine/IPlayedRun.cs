using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What is asked of a run that was played, whichever engine did.</summary>
internal interface IPlayedRun
{
    /// <summary>First hour at which the own capacity of a service reaches a level; infinity: never.</summary>
    double OwnReaches(int service, double level);

    /// <summary>Appends the own capacity of a service as steps, the first at hour 0.</summary>
    void CopySteps(int service, List<(double Time, double Value)> list);

    /// <summary>First hour at which a node has any capacity; infinity: never.</summary>
    double AvailableAt(int node);

    /// <summary>First hour at which a resource has the capacity it has when nothing is hit; infinity: never.</summary>
    double FullAt(int resource);

    /// <summary>Hour at which a gate passed; infinity: never.</summary>
    double Passes(int gate);

    /// <summary>What hit a resource; null: nothing.</summary>
    HitKind? HitOf(int resource);

    /// <summary>True if a resource was damaged and its backup could not be used.</summary>
    bool IsBackupLost(int resource);

    /// <summary>Person-hours worked by the own people of a body (0) or a group of helpers.</summary>
    double HoursWorked(int body, int group);
}
