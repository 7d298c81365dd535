using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>One run of a block that was played, seen like any other.</summary>
internal sealed class BlockRun : IPlayedRun
{
    private readonly CompiledModel _model;
    private readonly BlockRecovery _recovery;
    private readonly OwnerGroups _groups;
    private readonly double[] _simpleTimes;
    private readonly ulong[] _backupLost;
    private readonly (int First, int End)[] _steps;
    private readonly List<(double Time, double Value)> _log = [];
    private readonly List<double> _moments = [];
    private int _lane;

    public BlockRun(CompiledModel model, BlockRecovery recovery, OwnerGroups groups)
    {
        (_model, _recovery, _groups) = (model, recovery, groups);
        _simpleTimes = new double[model.Needs.Owners * Block.Runs];
        _backupLost = new ulong[model.Resources.Length];
        _steps = new (int, int)[model.Resources.Length + model.Services.Length];
    }

    /// <summary>After a block was played: works out what is the same for all its runs.</summary>
    public void BeginBlock()
    {
        for (var owner = 0; owner < _model.Needs.Owners; owner++)
        {
            if (owner < _groups.IsSimple.Length && _groups.IsSimple[owner]) continue;
            var row = Rows.Of(_simpleTimes, owner);
            row.Clear();
            Rows.LaterOfGroups(_groups.Simple[owner], _recovery.Times.Available, row);
        }

        if (!_model.HasRpo) return;
        for (var i = 0; i < _backupLost.Length; i++) _backupLost[i] = _recovery.Hits.BackupLost(i);
    }

    /// <summary>Turns to one run of the block.</summary>
    public void Begin(int lane)
    {
        _lane = lane;
        _log.Clear();
        foreach (var resource in _groups.Stepped) FollowResource(resource);
        for (var service = 0; service < _model.Services.Length; service++) FollowService(service);
    }

    public double OwnReaches(int service, double level) => Reaches(_steps[_model.ServiceNode(service)], level);

    public void CopySteps(int service, List<(double Time, double Value)> list)
    {
        var (first, end) = _steps[_model.ServiceNode(service)];
        for (var i = first; i < end; i++) list.Add(_log[i]);
    }

    public double AvailableAt(int node)
    {
        if (node < _model.Resources.Length) return Available(node);
        var latest = _simpleTimes[node * Block.Runs + _lane];
        foreach (var group in _groups.Others[node])
        {
            var earliest = double.PositiveInfinity;
            foreach (var (resource, _) in group) earliest = Math.Min(earliest, Available(resource));
            latest = Math.Max(latest, earliest);
        }

        return latest;
    }

    public double FullAt(int resource) => _groups.IsSimple[resource] ? Available(resource) : Reaches(_steps[resource], _model.Resources[resource].NormalCapacity);

    public double Passes(int gate) => _recovery.Times.Passes[gate * Block.Runs + _lane];

    public HitKind? HitOf(int resource)
    {
        if (Has(_recovery.Hits.Damaged[resource])) return HitKind.Damaged;
        if (Has(_recovery.Hits.Stopped[resource])) return HitKind.Stopped;
        return Has(_recovery.Hits.Isolated[resource]) ? HitKind.Isolated : null;
    }

    public bool IsBackupLost(int resource) => Has(_backupLost[resource]);

    public double HoursWorked(int body, int group) => _recovery.Times.Hours(body, group)[_lane];

    private bool Has(ulong mask) => (mask >> _lane & 1) != 0;

    private double Available(int resource) => _recovery.Times.Available[resource * Block.Runs + _lane];

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
        var batches = _model.Resources[resource].IsFleet && HitOf(resource) is HitKind.Damaged or HitKind.Stopped ? _model.Resources[resource].Parts : 0;
        _moments.Clear();
        for (var i = 0; i < batches; i++) AddMoment(_recovery.Times.Batch(resource, i, _lane));
        Follow(resource, Available(resource), batches);
    }

    private void FollowService(int service)
    {
        var node = _model.ServiceNode(service);
        _moments.Clear();
        Follow(node, _simpleTimes[node * Block.Runs + _lane], 0);
    }

    private void Follow(int node, double start, int batches)
    {
        var first = _log.Count;
        if (start > Instant.Width) _log.Add((0, 0));
        if (start <= OutageSimulation.Horizon)
        {
            AddMoment(start);
            foreach (var group in _groups.Others[node])
                foreach (var (resource, _) in group)
                    AddMomentsOf(resource);
            _moments.Sort();
            foreach (var moment in _moments)
                if (moment >= start)
                    AddStep(first, moment <= Instant.Width ? 0 : moment, CapacityAt(node, moment, batches));
        }

        _steps[node] = (first, _log.Count);
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

    private double CapacityAt(int node, double time, int batches)
    {
        var least = 1.0;
        if (batches > 0)
        {
            var up = 0;
            for (var i = 0; i < batches; i++)
                if (_recovery.Times.Batch(node, i, _lane) <= time + Instant.Width)
                    up++;
            least = (double)up / batches;
        }

        foreach (var group in _groups.Others[node])
        {
            var greatest = 0.0;
            foreach (var (resource, capacity) in group) greatest = Math.Max(greatest, capacity * CapacityOf(resource, time));
            least = Math.Min(least, greatest);
        }

        return least;
    }

    private double CapacityOf(int resource, double time)
    {
        if (_groups.IsSimple[resource]) return Available(resource) <= time + Instant.Width ? 1 : 0;
        var value = 0.0;
        for (var i = _steps[resource].First; i < _steps[resource].End && _log[i].Time <= time + Instant.Width; i++) value = _log[i].Value;
        return value;
    }
}
