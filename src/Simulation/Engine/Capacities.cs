using System.Numerics;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Capacities of all nodes in one run. Own shares only rise, and so does everything derived from them.</summary>
/// <remarks>
/// Resources are numbered after what they need, so one ascending pass over what may have changed settles everything: a bit for each node
/// that must be looked at again. A trace may ask for the steps of the resources as well.
/// </remarks>
internal sealed class Capacities(CompiledModel model, StepLog? resourceSteps = null)
{
    private readonly double[] _own = new double[model.Resources.Length];
    private readonly double[] _capacity = new double[model.Needs.Owners];
    private readonly ulong[] _stale = new ulong[model.Needs.Owners / 64 + 1];
    private readonly double[] _fullAt = new double[model.Resources.Length];
    private readonly double[] _availableAt = new double[model.Needs.Owners];
    private int _firstStale;

    /// <summary>Own capacity of the services.</summary>
    public StepLog ServiceSteps { get; } = new(model.Services.Length);

    /// <summary>Capacities of the resources.</summary>
    public ReadOnlySpan<double> OfResources => _capacity.AsSpan(0, model.Resources.Length);

    /// <summary>True while something changed that is not settled.</summary>
    public bool IsStale => _firstStale < _stale.Length;

    /// <summary>First hour with the capacity the resource has when nothing is hit; infinity: never.</summary>
    public double FullAt(int resource) => _fullAt[resource];

    /// <summary>First hour with any capacity; infinity: never.</summary>
    public double AvailableAt(int node) => _availableAt[node];

    /// <summary>Begins a run; own shares are then set by <see cref="SetOwn"/> and settled by <see cref="Settle"/>.</summary>
    public void Reset()
    {
        Array.Fill(_own, 1);
        Array.Clear(_capacity);
        Array.Fill(_fullAt, double.PositiveInfinity);
        Array.Fill(_availableAt, double.PositiveInfinity);
        ServiceSteps.Clear();
        for (var service = 0; service < model.Services.Length; service++) ServiceSteps.Add(service, 0, 0);
        for (var node = 0; node < _capacity.Length; node++) MarkStale(node);
        _firstStale = 0;
    }

    /// <summary>Sets the finished share of a resource itself, whatever its needs.</summary>
    public void SetOwn(int resource, double share)
    {
        _own[resource] = share;
        MarkStale(resource);
    }

    /// <summary>Brings all capacities up to date and adds the resources that became available to a list.</summary>
    public void Settle(double now, List<int> becameAvailable)
    {
        for (var word = _firstStale; word < _stale.Length; word++)
        {
            while (_stale[word] != 0)
            {
                var node = 64 * word + BitOperations.TrailingZeroCount(_stale[word]);
                _stale[word] &= _stale[word] - 1;
                Update(node, now, becameAvailable);
            }
        }

        _firstStale = _stale.Length;
    }

    private void Update(int node, double now, List<int> becameAvailable)
    {
        var isResource = node < model.Resources.Length;
        var capacity = model.Needs.Capacity(node, _capacity);
        if (isResource) capacity = Math.Min(capacity, _own[node]);
        if (capacity == _capacity[node]) return;
        var before = _capacity[node];
        _capacity[node] = capacity;
        if (before == 0) _availableAt[node] = now;
        if (isResource) AfterResource(node, before, capacity, now, becameAvailable);
        else if (node < model.ServiceNode(model.Services.Length)) ServiceSteps.Add(node - model.Resources.Length, now, capacity);
    }

    private void AfterResource(int resource, double before, double capacity, double now, List<int> becameAvailable)
    {
        if (before == 0) becameAvailable.Add(resource);
        resourceSteps?.Add(resource, now, capacity);
        if (double.IsPositiveInfinity(_fullAt[resource]) && Level.Reached(capacity, model.Resources[resource].NormalCapacity)) _fullAt[resource] = now;
        foreach (var node in model.NodesNeeding[resource]) MarkStale(node);
    }

    private void MarkStale(int node)
    {
        _stale[node / 64] |= 1UL << (node % 64);
        _firstStale = Math.Min(_firstStale, node / 64);
    }
}
