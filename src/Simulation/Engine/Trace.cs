namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What a traced run notes beyond its state: when resources were ready and when their parts were worked on.</summary>
internal sealed class Trace(int resources)
{
    private readonly List<(double Start, double Finish)>[] _parts = [.. Enumerable.Range(0, resources).Select(_ => new List<(double, double)>())];
    private readonly double[] _readyAt = new double[resources];

    /// <summary>All parts of a resource in the order of their starts, repeated work included.</summary>
    public IReadOnlyList<(double Start, double Finish)> PartsOf(int resource) => _parts[resource];

    /// <summary>When gates and prerequisites of the resource had passed.</summary>
    public double ReadyAt(int resource) => _readyAt[resource];

    public void Ready(int resource, double time) => _readyAt[resource] = time;

    public void Part(int resource, double start, double finish) => _parts[resource].Add((start, finish));
}
