using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Follows the plain services of a body for all runs of a block at once, eight at a time. One for each thread.</summary>
internal sealed class PlainServices
{
    private readonly CompiledModel _model;
    private readonly OwnerGroups _groups;
    private readonly TimeRows _times;
    private readonly Dictionary<Distribution, Sampler> _known;
    private readonly List<PlainService> _services = [];
    private readonly bool _hasBacklog;
    private readonly bool _hasDeadlines;
    private readonly bool _hasStates;
    private readonly double[] _own = new double[Block.Runs];
    private readonly double[] _from = new double[Block.Runs];
    private readonly double[] _to = new double[Block.Runs];
    private readonly double[] _first = new double[Block.Runs];
    private readonly double[] _days = new double[Block.Runs];
    private readonly double[] _undone = new double[Block.Runs];
    private readonly double[] _cleared = new double[Block.Runs];
    private readonly double[] _open = new double[Block.Runs];
    private readonly double[] _detection = new double[Block.Runs];
    private readonly double[] _scratch = new double[Block.Runs];
    private BodyRuns _runs = null!;
    private BodyBlock _sums = null!;
    private RunBlock _block = null!;
    private StateCounts _states = new(0);
    private int _body;
    private ulong _tooLong;

    public PlainServices(CompiledModel model, OwnerGroups groups, TimeRows times, Dictionary<Distribution, Sampler> known)
    {
        (_model, _groups, _times, _known) = (model, groups, times, known);
        (_hasDeadlines, _hasStates) = (model.Figures.HasFlag(Figures.Deadlines), model.Figures.HasFlag(Figures.States));
        _hasBacklog = (model.Figures & (Figures.Backlog | Figures.Cost | Figures.Curves | Figures.States)) != 0;
    }

    /// <summary>Turns to a body; <see cref="Leave"/> ends it.</summary>
    /// <returns>Its services that are not plain.</returns>
    public int[] Turn(int body, BodyRuns runs, BodyBlock sums)
    {
        (_body, _runs, _sums) = (body, runs, sums);
        _services.Clear();
        _states = new(_hasStates ? runs.Services.Length : 0);
        var others = new List<int>();
        for (var service = _model.Bodies[body].FirstService; service < _model.Bodies[body].EndService; service++)
            if (PlainService.Of(_model, _groups, service, _known) is { } plain) _services.Add(plain);
            else others.Add(service);
        return [.. others];
    }

    /// <summary>Hands over what was counted.</summary>
    public void Leave() => _states.MoveTo(_runs.States);

    /// <summary>Follows all of them in a block.</summary>
    public void Follow(BlockHits hits)
    {
        if (_services.Count == 0) return;
        _block = hits.Runs;
        Detect();
        foreach (var service in _services)
        {
            Times(service);
            if (_hasBacklog) Backlog(service);
            Write(service, hits);
        }
    }

    private void Detect()
    {
        _detection.AsSpan().Clear();
        if (_model.Bodies[_body].DetectedBy.Length == 0) return;
        _detection.AsSpan().Fill(double.PositiveInfinity);
        foreach (var gate in _model.Bodies[_body].DetectedBy) Rows.Earlier(_times.Passes(gate), _detection);
    }

    // Own return, stretch of the substitute, first hour of any delivery and service days lost.
    private void Times(PlainService service)
    {
        _own.AsSpan().Clear();
        Rows.LaterOfGroups(service.Needs, _times, _own);
        var input = service.Compiled.Input;
        var capacity = service.Substitute?.Input.Capacity ?? 0;
        if (capacity > 0)
        {
            service.Start!.Fill(service.Substitute!.Start, _block, _from);
            Rows.Add(_detection, _from);
            Rows.LaterOfGroups(service.SubstituteNeeds, _times, _from);
        }

        var isEmergency = Level.Reached(capacity, input.EmergencyLevel);
        var (endurance, limit) = (Vector512.Create(service.Substitute?.Input.Endurance ?? 0), Vector512.Create((input.Mtpd ?? double.PositiveInfinity) + Instant.Width));
        var (horizon, share, hoursOfDay) = (Vector512.Create(OutageSimulation.Horizon), Vector512.Create(capacity), Vector512.Create(24.0));
        _tooLong = 0;
        for (var i = 0; i < Block.Runs; i += Block.Width)
        {
            var own = At(_own, i);
            var end = Vector512.MinNative(own, horizon);
            var (from, to, first, longest) = (end, end, own, end);
            if (capacity > 0)
            {
                var start = At(_from, i);
                var isUsed = Vector512.LessThan(start, end);
                from = Vector512.ConditionalSelect(isUsed, start, end);
                to = Vector512.ConditionalSelect(isUsed, Vector512.MinNative(start + endurance, end), end);
                first = Vector512.ConditionalSelect(isUsed, start, own);
                if (isEmergency) longest = Vector512.MaxNative(from, end - to);
            }

            from.CopyTo(_from, i);
            to.CopyTo(_to, i);
            first.CopyTo(_first, i);
            ((end - share * (to - from)) / hoursOfDay).CopyTo(_days, i);
            _tooLong |= Vector512.GreaterThan(longest, limit).ExtractMostSignificantBits() << i;
        }
    }

    // Cases come until the substitute begins, at a lower rate until it ends, and again until the own return; from then on they are worked off in turn.
    private void Backlog(PlainService service)
    {
        var input = service.Compiled.Input;
        var rate = service.Compiled.Rate;
        var workOff = rate * input.ExtraCapacity;
        var (capacity, rekey) = (service.Substitute?.Input.Capacity ?? 0, service.Substitute?.Input.RekeyShare ?? 0);
        var (horizon, never) = (Vector512.Create(OutageSimulation.Horizon), Vector512.Create(double.PositiveInfinity));
        var (full, less) = (Vector512.Create(rate), Vector512.Create(rate * (1 - capacity)));
        for (var i = 0; i < Block.Runs; i += Block.Width)
        {
            var (own, from, to) = (At(_own, i), At(_from, i), At(_to, i));
            var end = Vector512.MinNative(own, horizon);
            var busy = own;
            var undone = Piece(Vector512<double>.Zero, from, full, workOff, ref busy) + Piece(from, to, less, workOff, ref busy) + Piece(to, end, full, workOff, ref busy);
            (full * (end - (to - from)) + less * (to - from)).CopyTo(_open, i);
            var typed = Vector512.Create(rate * capacity * rekey) * (to - from);
            busy = Vector512.ConditionalSelect(Vector512.GreaterThan(typed, Vector512<double>.Zero), busy + typed / Vector512.Create(workOff), busy);
            Vector512.ConditionalSelect(Vector512.GreaterThan(busy, horizon), never, busy).CopyTo(_cleared, i);
            undone.CopyTo(_undone, i);
        }
    }

    // Case-hours of cases that come evenly in a stretch and leave one after the other; see Engine.Backlog, which this is for cases that do not expire.
    private static Vector512<double> Piece(Vector512<double> from, Vector512<double> to, Vector512<double> rate, double workOff, ref Vector512<double> busy)
    {
        var (zero, horizon) = (Vector512<double>.Zero, Vector512.Create(OutageSimulation.Horizon));
        var cases = rate * (to - from);
        var isAny = Vector512.GreaterThan(cases, zero);
        var last = Vector512.ConditionalSelect(isAny, busy + cases / Vector512.Create(workOff), busy);
        var within = Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(busy, horizon),
            zero,
            Vector512.ConditionalSelect(Vector512.LessThanOrEqual(last, horizon), Vector512<double>.One, (horizon - busy) / (last - busy)));
        var (half, left) = (Vector512.Create(0.5), Vector512<double>.One - within);
        var leave = Vector512.ConditionalSelect(Vector512.GreaterThan(within, zero), within * (busy + Vector512.MinNative(last, horizon)) * half + left * horizon, horizon);
        busy = last;
        return Vector512.ConditionalSelect(isAny, cases * (leave - (from + to) * half), zero);
    }

    private void Write(PlainService service, BlockHits hits)
    {
        var (runs, input, lanes) = (_runs.Service(service.Number), service.Compiled.Input, _block.Count);
        Rows.Add(_days, _sums.DaysLost);
        Store(_days, runs.DaysLost);
        if (runs.Own.Length > 0)
        {
            var isEmergency = Level.Reached(service.Substitute?.Input.Capacity ?? 0, input.EmergencyLevel);
            Store(_own, runs.Own);
            Store(_first, runs.First);
            Store(isEmergency ? _first : _own, runs.Emergency);
            for (var lane = 0; lane < lanes; lane++) runs.MtpdExceeded[_block[lane]] = (_tooLong >> lane & 1) != 0;
        }

        if (_hasBacklog) WriteBacklog(input, runs);
        if (service.Lost.Length + service.LostWithoutBackup.Length > 0) WriteDataLoss(service, hits, runs);
        if (_hasDeadlines)
            for (var i = 0; i < input.Deadlines.Count; i++) WriteDeadline(service, input.Deadlines[i], _runs.Missed(service.Compiled.FirstDeadline + i));
        if (_hasStates)
        {
            for (var lane = 0; lane < lanes; lane++)
                _states.Add(service.Number - _model.Bodies[_body].FirstService, service.Substitute is { Input.Capacity: > 0 } ? (_from[lane], _to[lane]) : (0, 0), _own[lane], _cleared[lane]);
        }

        if (_sums.HasCurve) AddToCurve(service.Weight, lanes);
    }

    private void WriteBacklog(ServiceInput input, ServiceRuns runs)
    {
        Rows.AddTimes(1.0 / 24, _undone, _sums.UndoneCaseDays);
        if (input.LossPerCaseDay > 0) Rows.AddTimes(input.LossPerCaseDay / 24, _undone, _sums.Loss);
        if (input.IncomePerCase > 0) Rows.AddTimes(input.IncomePerCase, _open, _sums.Income);
        if (runs.Cleared.Length == 0) return;
        Store(_cleared, runs.Cleared);
        _scratch.AsSpan().Clear();
        Rows.AddTimes(1.0 / 24, _undone, _scratch);
        Store(_scratch, runs.UndoneCaseDays);
    }

    private void WriteDataLoss(PlainService service, BlockHits hits, ServiceRuns runs)
    {
        var exceeded = 0UL;
        foreach (var resource in service.Lost) exceeded |= hits.Damaged[resource];
        foreach (var resource in service.LostWithoutBackup) exceeded |= hits.BackupLost[resource];
        for (var lane = 0; lane < _block.Count; lane++) runs.RpoExceeded[_block[lane]] = (exceeded >> lane & 1) != 0;
    }

    // As in Engine.RunRecorder: met while the substitute is at the emergency level, or if it repeats the last run at any moment of the lead time.
    private void WriteDeadline(PlainService service, DeadlineInput deadline, ushort[] missed)
    {
        if (deadline.Due.Count == 0) return;
        var helps = service.Substitute is { Input: var substitute } && (substitute.RepeatsLastRun || Level.Reached(substitute.Capacity, service.Compiled.Input.EmergencyLevel));
        for (var lane = 0; lane < _block.Count; lane++)
        {
            var (own, from, to, count) = (_own[lane], _from[lane], _to[lane], 0);
            var isUsed = helps && to > from;
            var start = _model.StartOf(_block[lane]);
            var dues = deadline.Due[deadline.Due.Count > start ? start : 0];
            for (var i = 0; i < dues.Count; i++)
            {
                var due = dues[i];
                if (due >= own || due > OutageSimulation.Horizon) break;
                if (due <= 0) continue;
                var lead = Math.Max(0, due - deadline.Lead);
                if (!isUsed || from > due || to <= lead) count++;
            }

            missed[_block[lane]] = (ushort)Math.Min(count, ushort.MaxValue);
        }
    }

    // Any delivery ends with the substitute, until the own return.
    private void AddToCurve(double weight, int lanes)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var (from, to, own) = (_from[lane], _to[lane], _own[lane]);
            if (_first[lane] < own && to < Math.Min(own, OutageSimulation.Horizon))
            {
                _sums.AddToCurve(CurveLayer.First, lane, from, to, weight);
                _sums.AddToCurve(CurveLayer.First, lane, own, weight);
            }
            else
            {
                _sums.AddToCurve(CurveLayer.First, lane, _first[lane], weight);
            }

            _sums.AddToCurve(CurveLayer.Own, lane, own, weight);
            _sums.AddToCurve(CurveLayer.Cleared, lane, _cleared[lane], weight);
        }
    }

    private void Store(double[] row, float[] byRun)
    {
        if (byRun.Length == 0) return;
        if (_block.IsUnbroken)
        {
            ref var to = ref byRun[_block[0]];
            for (var i = 0; i < Block.Runs; i += 2 * Block.Width) Vector512.Narrow(At(row, i), At(row, i + Block.Width)).StoreUnsafe(ref to, (nuint)i);
            return;
        }

        for (var lane = 0; lane < _block.Count; lane++) byRun[_block[lane]] = (float)row[lane];
    }

    private static Vector512<double> At(double[] row, int lane) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(row), (nuint)lane);
}
