namespace ResilienceMonitor.Simulation.Engine;

/// <summary>When a substitute can be used in a run: from its start to the end of its endurance.</summary>
internal readonly record struct SubstituteUse(double From, double To, double Capacity, double RekeyShare, bool RepeatsLastRun)
{
    public bool IsOpenAt(double time) => From <= time && time < To;

    /// <summary>True if it can be used at some moment of a stretch, both ends included.</summary>
    public bool Touches(double from, double to) => From <= to && from < To;
}
