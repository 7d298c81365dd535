using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Hours of data lost in one run by anything a node depends on, over all ways and alternatives; infinity: a backup was not usable.</summary>
internal sealed class DataLoss(CompiledModel model)
{
    private readonly double[] _hours = new double[model.Resources.Length];
    private int[] _followed = [];

    /// <summary>Turns to some services.</summary>
    public void Turn(int[] services)
    {
        var (open, seen) = (new Stack<int>(), new HashSet<int>());
        foreach (var service in services)
            if (model.Services[service].Input.Rpo is not null)
                Push(model.ServiceNode(service));
        while (open.TryPop(out var resource))
            if (seen.Add(resource))
                Push(resource);
        _followed = [.. seen.Order()];

        void Push(int node)
        {
            foreach (var needed in model.Needs.ResourcesOf(node)) open.Push(needed);
        }
    }

    /// <summary>Follows everything that those of them with an RPO depend on.</summary>
    public void Follow(IPlayedRun run)
    {
        // In the order of their numbers each comes after what it needs.
        foreach (var i in _followed)
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
