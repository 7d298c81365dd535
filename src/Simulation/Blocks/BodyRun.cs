using System.Runtime.InteropServices;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What is asked about one body in one run of a block, seen like any other run. One for each thread.</summary>
internal sealed class BodyRun : IPlayedRun
{
    private readonly CompiledModel _model;
    private readonly OwnerGroups _groups;
    private readonly TimeRows _times;

    // By node; those of other bodies are not meaningful.
    private readonly int[] _rowOf;
    private readonly (int First, int End)[] _steps;
    private readonly List<int> _nodes = [];
    private readonly List<int> _stepped = [];
    private readonly List<int> _services = [];

    // Many services need the same groups, so their capacity is followed once in each run.
    private readonly Dictionary<(int Resource, double Capacity)[], int> _numberOfGroup = new(SameMembers.Instance);
    private readonly List<(int Resource, double Capacity)[]> _followedGroups = [];
    private readonly int[][] _groupsOf;
    private (int First, int End)[] _groupSteps = [];
    private int[] _next = [];
    private readonly List<(double Time, double Value)> _log = [];
    private readonly List<double> _moments = [];
    private double[] _simpleTimes = [];
    private BlockHits _hits = null!;
    private int _lane;

    public BodyRun(CompiledModel model, OwnerGroups groups, TimeRows times)
    {
        (_model, _groups, _times) = (model, groups, times);
        _rowOf = new int[model.Needs.Owners];
        _steps = new (int, int)[model.Resources.Length + model.Services.Length];
        _groupsOf = new int[model.Needs.Owners][];
    }

    /// <summary>Turns to some services of a body, and its resources.</summary>
    public void Turn(int body, int[] services)
    {
        _nodes.Clear();
        _stepped.Clear();
        _services.Clear();
        _numberOfGroup.Clear();
        _followedGroups.Clear();
        foreach (var resource in _model.Bodies[body].Resources) AddStepped(resource);
        foreach (var service in services)
        {
            AddService(service);
            foreach (var substitute in _model.Services[service].Substitutes)
            {
                AddNode(substitute.Node);
                if (substitute.Partner >= 0) AddService(substitute.Partner);
            }
        }

        // In the order of their numbers each comes after what it needs.
        _stepped.Sort();
        if (_simpleTimes.Length < _nodes.Count * Block.Runs) _simpleTimes = new double[_nodes.Count * Block.Runs];
        for (var i = 0; i < _nodes.Count; i++)
        {
            _rowOf[_nodes[i]] = i * Block.Runs;
            _groupsOf[_nodes[i]] = [.. _groups.Others[_nodes[i]].Select(NumberOf).Distinct()];
        }

        _groupSteps = new (int, int)[_followedGroups.Count];
        _next = new int[_followedGroups.Count];
    }

    /// <summary>Turns to a block: works out what is the same for all its runs.</summary>
    public void Turn(BlockHits hits)
    {
        _hits = hits;
        foreach (var node in _nodes)
        {
            var row = _simpleTimes.AsSpan(_rowOf[node], Block.Runs);
            row.Clear();
            Rows.LaterOfGroups(_groups.Simple[node], _times, row);
        }
    }

    /// <summary>Turns to one run of the block.</summary>
    public void TurnToLane(int lane)
    {
        _lane = lane;
        _log.Clear();
        Array.Fill(_groupSteps, (-1, -1));
        foreach (var resource in _stepped) FollowResource(resource);
        foreach (var service in _services) FollowService(service);
    }

    public double OwnReaches(int service, double level) => Reaches(_steps[_model.ServiceNode(service)], level);

    public void CopySteps(int service, List<(double Time, double Value)> list)
    {
        var (first, end) = _steps[_model.ServiceNode(service)];
        list.AddRange(CollectionsMarshal.AsSpan(_log)[first..end]);
    }

    public double AvailableAt(int node)
    {
        if (node < _model.Resources.Length) return Available(node);
        var latest = _simpleTimes[_rowOf[node] + _lane];
        foreach (var group in _groups.Others[node])
        {
            var earliest = double.PositiveInfinity;
            foreach (var (resource, _) in group) earliest = Math.Min(earliest, Available(resource));
            latest = Math.Max(latest, earliest);
        }

        return latest;
    }

    public double FullAt(int resource) => _groups.IsSimple[resource] ? Available(resource) : Reaches(_steps[resource], _model.Resources[resource].NormalCapacity);

    public double Passes(int gate) => _times.Passes(gate)[_lane];

    public HitKind? HitOf(int resource)
    {
        if (Has(_hits.Damaged[resource])) return HitKind.Damaged;
        if (Has(_hits.Stopped[resource])) return HitKind.Stopped;
        return Has(_hits.Isolated[resource]) ? HitKind.Isolated : null;
    }

    public bool IsBackupLost(int resource) => Has(_hits.BackupLost[resource]);

    public double HoursWorked(int body, int group) => _times.Hours(body, group)[_lane];

    private bool Has(ulong mask) => (mask >> _lane & 1) != 0;

    private double Available(int resource) => _times.Available(resource)[_lane];

    private double Reaches((int First, int End) steps, double level)
    {
        for (var i = steps.First; i < steps.End; i++)
            if (Level.Reached(_log[i].Value, level))
                return _log[i].Time;
        return double.PositiveInfinity;
    }

    // Nothing before it is available; from then on the least of its own share and what it needs.
    private void FollowResource(int resource)
    {
        var isWorked = _model.Resources[resource].IsFleet && HitOf(resource) is HitKind.Damaged or HitKind.Stopped;
        if (isWorked) FollowFleet(resource, Available(resource), _model.Resources[resource].Parts);
        else Follow(resource, Available(resource));
    }

    private void FollowService(int service)
    {
        var node = _model.ServiceNode(service);
        Follow(node, _simpleTimes[_rowOf[node] + _lane]);
    }

    private void FollowFleet(int node, double start, int batches)
    {
        var first = Begin(start);
        if (start <= OutageSimulation.Horizon)
        {
            _moments.Clear();
            AddMoment(start);
            for (var i = 0; i < batches; i++) AddMoment(_times.Batch(node, i)[_lane]);
            foreach (var group in _groups.Others[node])
                foreach (var (resource, _) in group)
                    AddMomentsOf(resource);
            _moments.Sort();
            foreach (var moment in _moments)
                if (moment >= start)
                    AddStep(first, moment, Math.Min(ShareOfBatches(node, moment, batches), CapacityAt(node, moment)));
        }

        _steps[node] = (first, _log.Count);
    }

    // The least of its groups, whose steps are merged.
    private void Follow(int node, double start)
    {
        var groups = _groupsOf[node];
        foreach (var group in groups)
            if (_groupSteps[group].First < 0)
                FollowGroup(group);
        var first = Begin(start);
        if (start <= OutageSimulation.Horizon)
        {
            for (var i = 0; i < groups.Length; i++) _next[i] = _groupSteps[groups[i]].First;
            for (var time = start; time <= OutageSimulation.Horizon; time = NextStep(groups)) AddStep(first, time, LeastUntil(time + Instant.Width, groups));
        }

        _steps[node] = (first, _log.Count);
    }

    private double NextStep(int[] groups)
    {
        var next = double.PositiveInfinity;
        for (var i = 0; i < groups.Length; i++)
            if (_next[i] < _groupSteps[groups[i]].End)
                next = Math.Min(next, _log[_next[i]].Time);
        return next;
    }

    private double LeastUntil(double time, int[] groups)
    {
        var least = 1.0;
        for (var i = 0; i < groups.Length; i++)
        {
            var (first, end) = _groupSteps[groups[i]];
            while (_next[i] < end && _log[_next[i]].Time <= time) _next[i]++;
            least = Math.Min(least, _next[i] > first ? _log[_next[i] - 1].Value : 0);
        }

        return least;
    }

    private void FollowGroup(int group)
    {
        _moments.Clear();
        foreach (var (resource, _) in _followedGroups[group]) AddMomentsOf(resource);
        _moments.Sort();
        var first = _log.Count;
        foreach (var moment in _moments) AddStep(first, moment, CapacityOf(_followedGroups[group], moment));
        _groupSteps[group] = (first, _log.Count);
    }

    private int Begin(double start)
    {
        var first = _log.Count;
        if (start > Instant.Width) _log.Add((0, 0));
        return first;
    }

    private void AddMoment(double time)
    {
        if (time <= OutageSimulation.Horizon) _moments.Add(time);
    }

    private void AddMomentsOf(int resource)
    {
        if (_groups.IsSimple[resource])
        {
            AddMoment(Available(resource));
            return;
        }

        for (var i = _steps[resource].First; i < _steps[resource].End; i++) AddMoment(_log[i].Time);
    }

    private void AddStep(int first, double time, double value)
    {
        if (time <= Instant.Width) time = 0;
        if (_log.Count > first)
        {
            var last = _log[^1];
            if (value == last.Value) return;
            if (time <= last.Time + Instant.Width)
            {
                _log[^1] = (last.Time, value);
                return;
            }
        }

        _log.Add((time, value));
    }

    private double ShareOfBatches(int resource, double time, int batches)
    {
        var up = 0;
        for (var i = 0; i < batches; i++)
            if (_times.Batch(resource, i)[_lane] <= time + Instant.Width)
                up++;
        return (double)up / batches;
    }

    private double CapacityAt(int node, double time)
    {
        var least = 1.0;
        foreach (var group in _groups.Others[node]) least = Math.Min(least, CapacityOf(group, time));
        return least;
    }

    private double CapacityOf((int Resource, double Capacity)[] group, double time)
    {
        var greatest = 0.0;
        foreach (var (resource, capacity) in group) greatest = Math.Max(greatest, capacity * CapacityOf(resource, time));
        return greatest;
    }

    private double CapacityOf(int resource, double time)
    {
        if (_groups.IsSimple[resource]) return Available(resource) <= time + Instant.Width ? 1 : 0;
        var value = 0.0;
        for (var i = _steps[resource].First; i < _steps[resource].End && _log[i].Time <= time + Instant.Width; i++) value = _log[i].Value;
        return value;
    }

    private int NumberOf((int Resource, double Capacity)[] group)
    {
        if (!_numberOfGroup.TryGetValue(group, out var number))
        {
            _numberOfGroup.Add(group, number = _followedGroups.Count);
            _followedGroups.Add(group);
        }

        return number;
    }

    private void AddNode(int node)
    {
        _nodes.Add(node);
        foreach (var group in _groups.Others[node])
            foreach (var (resource, _) in group) AddStepped(resource);
    }

    private void AddService(int service)
    {
        if (_services.Contains(service)) return;
        _services.Add(service);
        AddNode(_model.ServiceNode(service));
    }

    private void AddStepped(int resource)
    {
        if (_groups.IsSimple[resource] || _stepped.Contains(resource)) return;
        _stepped.Add(resource);
        AddNode(resource);
    }

    private sealed class SameMembers : IEqualityComparer<(int Resource, double Capacity)[]>
    {
        public static SameMembers Instance { get; } = new();

        public bool Equals((int Resource, double Capacity)[]? one, (int Resource, double Capacity)[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode((int Resource, double Capacity)[] members)
        {
            var hash = default(HashCode);
            foreach (var member in members) hash.Add(member);
            return hash.ToHashCode();
        }
    }
}
