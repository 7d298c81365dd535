using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Hours of data lost in one run by anything a node depends on, over all ways and alternatives; infinity: a backup was not usable.</summary>
internal sealed class DataLoss(CompiledModel model)
{
    private readonly double[] _hours = new double[model.Resources.Length];

    public void Follow(IPlayedRun run)
    {
        for (var i = 0; i < _hours.Length; i++)
        {
            var lost = OfNeeds(i);
            if (run.HitOf(i) == HitKind.Damaged) lost = Math.Max(lost, run.IsBackupLost(i) ? double.PositiveInfinity : model.Resources[i].Input.DataLossHours);
            _hours[i] = lost;
        }
    }

    /// <summary>Greatest loss among everything the node needs.</summary>
    public double OfNeeds(int node)
    {
        var greatest = 0.0;
        foreach (var resource in model.Needs.ResourcesOf(node)) greatest = Math.Max(greatest, _hours[resource]);
        return greatest;
    }
}
