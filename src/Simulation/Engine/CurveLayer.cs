namespace ResilienceMonitor.Simulation.Engine;

/// <summary>States of a service that a capability curve shows.</summary>
internal enum CurveLayer
{
    First,
    Own,
    Cleared,
}
