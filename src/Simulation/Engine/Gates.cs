namespace ResilienceMonitor.Simulation.Engine;

/// <summary>The gates of one run: how long each takes, when it began and when it passed.</summary>
internal sealed class Gates(CompiledModel model, HitDraw hits, Capacities capacities)
{
    private readonly double[] _hours = new double[model.Outage.Gates.Length];
    private readonly double[] _begins = new double[model.Outage.Gates.Length];
    private readonly double[] _passes = new double[model.Outage.Gates.Length];

    public int Count => _hours.Length;

    /// <summary>Hour at which a gate began; infinity: not yet.</summary>
    public double Begins(int gate) => _begins[gate];

    /// <summary>Hour at which a gate passed; infinity: not yet.</summary>
    public double Passes(int gate) => _passes[gate];

    public bool HasPassed(int gate) => double.IsFinite(_passes[gate]);

    /// <summary>Begins a run whose hits are drawn.</summary>
    public void Draw(int run)
    {
        Array.Fill(_begins, double.PositiveInfinity);
        Array.Fill(_passes, double.PositiveInfinity);
        for (var gate = 0; gate < Count; gate++)
        {
            var compiled = model.Outage.Gates[gate];
            _hours[gate] = compiled.Duration.Draw(compiled.Input.Duration, run) * Math.Pow(hits.Slip, compiled.Input.SlipExponent);
        }
    }

    /// <summary>Begins a gate if nothing keeps it any more; then it passes after <paramref name="hours"/>.</summary>
    public bool TryBegin(int gate, double now, out double hours)
    {
        hours = _hours[gate];
        if (double.IsFinite(_begins[gate])) return false;
        foreach (var before in model.Outage.Gates[gate].After)
            if (!HasPassed(before))
                return false;
        foreach (var before in model.Outage.Gates[gate].AfterResources)
            if (capacities.OfResources[before] <= 0)
                return false;
        _begins[gate] = now;
        return true;
    }

    public void Pass(int gate, double now) => _passes[gate] = now;

    /// <summary>True if all gates of the hits that count for a resource have passed.</summary>
    public bool HavePassedFor(int resource, in ResourceState state)
    {
        foreach (var hit in model.Outage.HitsOfResource[resource])
        {
            if (!hits.Counts(hit, state)) continue;
            foreach (var gate in model.Outage.Hits[hit].Gates)
                if (!HasPassed(gate))
                    return false;
        }

        return true;
    }
}
