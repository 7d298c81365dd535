using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>The resources of a unit in eight runs at once: when work on each can start, what is left of it, and when it is back. One for each thread.</summary>
/// <remarks>
/// What has returned in all eight runs is struck out of the lists of what waits for it, and the hour noted there. Rows are followed, which means
/// worked out anew in each step, if their return is not just the end of work: in some of the runs they are not hit, only isolated or need no work,
/// or they wait for more after their work. Groups are followed too.
/// </remarks>
internal sealed class LockstepRows(CompiledModel model, TimeRows times)
{
    private static readonly Vector512<double> Never = Vector512.Create(double.PositiveInfinity);
    private static readonly Vector512<double> Width = Vector512.Create(Instant.Width);
    private static readonly Vector512<long> None = Vector512.Create(LockstepPlayer.None);

    private readonly VectorRows _start = new();
    private readonly VectorRows _back = new();
    private readonly VectorRows _own = new();
    private readonly VectorRows _after = new();
    private readonly VectorRows _workless = new();
    private readonly VectorRows _hours = new();
    private readonly VectorRows _waiting = new();
    private readonly VectorRows _parts = new();
    private readonly VectorRows _lastFinish = new();
    private readonly VectorRows _step = new();
    private readonly LaneReader _read = new(model, times);
    private readonly OpenLists _startsAfter = new();
    private readonly OpenLists _returnsAfter = new();
    private UnitModel _unit = null!;
    private UnitRows _known = null!;
    private LockstepPlan _plan = null!;
    private int[] _startFirsts = [];
    private int[] _returnFirsts = [];
    private ulong[] _working = [];
    private int[] _unbegun = [];
    private bool[] _inOneGo = [];
    private int[] _followed = [];
    private int _followedCount;
    private bool[] _isFollowed = [];
    private int[] _open = [];
    private byte[] _worklessLanes = [];
    private bool[] _repeated = [];
    private int[] _lanes = [];
    private bool _anyParts;
    private BlockHits _hits = null!;

    public void Turn(UnitModel unit, UnitRows known)
    {
        (_unit, _known, _plan) = (unit, known, unit.Lockstep!);
        var rows = _plan.Rows + 1;
        foreach (var vectors in (ReadOnlySpan<VectorRows>)[_start, _back, _own, _after, _workless, _hours, _waiting, _parts, _lastFinish]) vectors.Ensure(rows);
        _step.Ensure(3);
        _anyParts = Array.Exists(unit.Parts, parts => parts > 1);
        _back[_plan.Rows] = Vector512<double>.Zero;
        _startsAfter.Turn(_plan.StartsAfter, _plan.Rows);
        _returnsAfter.Turn(_plan.ReturnsAfter, _plan.Rows);
        (_startFirsts, _returnFirsts) = (_plan.StartsAfter.Firsts.ToArray(), _plan.ReturnsAfter.Firsts.ToArray());
        _working = new ulong[_unit.Count / 64 + 1];
        if (_open.Length >= rows) return;
        (_unbegun, _inOneGo, _followed, _isFollowed, _open) = (new int[rows], new bool[rows], new int[rows], new bool[rows], new int[rows]);
        (_worklessLanes, _repeated) = (new byte[rows], new bool[rows * Block.Width]);
    }

    /// <summary>Begins runs of a block.</summary>
    public void Begin(BlockHits hits, int[] lanes)
    {
        (_hits, _lanes) = (hits, lanes);
        _read.Turn(hits, lanes);
        _startsAfter.Begin();
        _returnsAfter.Begin();
        _followedCount = 0;
        for (var i = 0; i < _unit.Count; i++) BeginResource(i);
        BeginWork();
        for (var row = _unit.Count; row < _plan.Rows; row++)
        {
            (_isFollowed[row], _open[row]) = (true, _plan.ReturnsAfter[row].Length);
            _after[row] = _read.Gather(_known.GroupOutside.AsSpan((row - _unit.Count) * Block.Runs, Block.Runs));
        }

        foreach (var row in _plan.Order)
            if (_isFollowed[row])
                _followed[_followedCount++] = row;
    }

    /// <summary>The most urgent row that can start at an hour, in each run; <see cref="LockstepPlayer.None"/>: there is none.</summary>
    public Vector512<long> Next(Vector512<double> now)
    {
        ref var back = ref _back.First;
        ref var start = ref _start.First;
        var (end, found, seen) = (now + Width, None, 0);
        for (var word = 0; word < _working.Length; word++)
        {
            for (var bits = _working[word]; bits != 0; bits &= bits - 1)
            {
                var row = 64 * word + BitOperations.TrailingZeroCount(bits);
                var ready = Ready(row, ref start, ref back);
                found = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(ready, end).AsInt64(), Vector512.Min(found, Vector512.Create((long)row)), found);
                if ((++seen & 3) == 0 && Vector512.LessThanAll(found, None)) return found;
            }
        }

        return found;
    }

    /// <summary>The row that can start first, and when; infinity: there is none.</summary>
    public (Vector512<long> Row, Vector512<double> Ready) First()
    {
        ref var back = ref _back.First;
        ref var start = ref _start.First;
        var (found, first) = (None, Never);
        for (var word = 0; word < _working.Length; word++)
        {
            for (var bits = _working[word]; bits != 0; bits &= bits - 1)
            {
                var row = 64 * word + BitOperations.TrailingZeroCount(bits);
                var ready = Ready(row, ref start, ref back);
                found = Vector512.ConditionalSelect(Vector512.LessThan(ready + Width, first).AsInt64(), Vector512.Create((long)row), found);
                first = Vector512.MinNative(first, ready);
            }
        }

        return (found, first);
    }

    /// <summary>Turns to one row in each lane; <see cref="Started"/> tells what became of it.</summary>
    /// <returns>Hours of one part, and how many parts there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector512<double> Hours, Vector512<double> Parts) Turn(ulong lanes, Vector512<long> rows)
    {
        _step[0] = Vector512.ConditionalSelect(Lane.Of(lanes).AsInt64(), (rows << 3) + Vector512<long>.Indices, Vector512<long>.Indices).AsDouble();
        return (AtPlaces(ref _hours.First), _anyParts ? AtPlaces(ref _parts.First) : Vector512<double>.One);
    }

    /// <summary>Parts of the rows last turned to have started.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="finish">When they will be done.</param>
    /// <param name="left">How many parts have not.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Started(ulong lanes, Vector512<double> finish, Vector512<double> left)
    {
        ref var step = ref _step.First;
        (Unsafe.Add(ref step, 1), Unsafe.Add(ref step, 2)) = (finish, left);
        ref var place = ref Unsafe.As<Vector512<double>, long>(ref step);
        ref var until = ref Unsafe.As<Vector512<double>, double>(ref Unsafe.Add(ref step, 1));
        ref var waiting = ref Unsafe.As<Vector512<double>, double>(ref _waiting.First);
        ref var back = ref Unsafe.As<Vector512<double>, double>(ref _back.First);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var at = (nint)Unsafe.Add(ref place, lane);
            var row = (int)(at >> 3);
            if (_inOneGo[row]) Unsafe.Add(ref back, at) = Unsafe.Add(ref until, lane) + Unsafe.Add(ref waiting, at);
            else if (!IsLast(row, lane, Unsafe.Add(ref until, lane), _step[2, lane])) continue;
            Lane.Set(ref _start[row], lane, double.PositiveInfinity);
            var open = --_open[row];
            if (open == Block.Width - 1) Begun(row);
            if (open == 0) Done(row);
        }
    }

    /// <summary>Works out what is followed.</summary>
    public void Follow()
    {
        if (_followedCount == 0) return;
        var kept = 0;
        for (var i = 0; i < _followedCount; i++)
        {
            var row = _followed[i];
            if (row >= _unit.Count ? FollowGroup(row) : FollowResource(row)) Settle(row);
            else _followed[kept++] = row;
        }

        _followedCount = kept;
    }

    /// <summary>Writes when everything came back.</summary>
    public void Write(ReadOnlySpan<int> lanes)
    {
        for (var i = 0; i < _unit.Count; i++)
        {
            var row = times.Available(_unit.Resources[i]);
            var back = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(_back[i], Vector512.Create(OutageSimulation.Horizon)), _back[i], Never);
            for (var lane = 0; lane < Block.Width; lane++) row[lanes[lane]] = back[lane];
            if (!_unit.IsFleet[i] || _worklessLanes[i] == 0) continue;

            // There was no work: all batches are back together.
            for (var batch = 0; batch < _unit.Parts[i]; batch++)
                for (var lane = 0; lane < Block.Width; lane++)
                    if ((_worklessLanes[i] >> lane & 1) != 0 && _own[i, lane] is var own)
                        times.Batch(_unit.Resources[i], batch)[lanes[lane]] = own <= OutageSimulation.Horizon ? own : double.PositiveInfinity;
        }
    }

    private void BeginResource(int i)
    {
        var (resource, needs) = (_unit.Resources[i], _unit.NeedSlot[i]);
        var (worked, isolated) = (_read.Bits(_hits.Damaged[resource] | _hits.Stopped[resource]), _read.Bits(_hits.Isolated[resource]));
        var gates = (worked | isolated) == 0 ? Vector512<double>.Zero : _read.Gates(_unit, _known, i);
        var outside = _read.Outside(_unit, _known, i);
        var outsideReturn = needs >= 0 ? _read.Outside(_unit, _known, needs) : outside;
        var workless = 0UL;
        if (worked != 0)
        {
            (_hours[i], _waiting[i]) = (_read.Gather(Rows.Of(_known.Part, i)), _read.Gather(Rows.Of(_known.Waiting, i)));
            workless = worked & Vector512.LessThanOrEqual(_hours[i], Vector512<double>.Zero).ExtractMostSignificantBits();
        }

        var (working, ready) = (worked & ~workless, Vector512.MaxNative(gates, outside));
        _start[i] = Vector512.ConditionalSelect(Lane.Of(working), ready, Never);
        _back[i] = Never;
        _worklessLanes[i] = (byte)workless;
        if (workless != 0) _workless[i] = Vector512.ConditionalSelect(Lane.Of(workless), ready, Never);
        _isFollowed[i] = needs >= 0 || working != LaneReader.All;
        if (_isFollowed[i])
        {
            _own[i] = Vector512.ConditionalSelect(Lane.Of(worked), Never, Vector512.MaxNative(outsideReturn, Vector512.ConditionalSelect(Lane.Of(isolated), gates, Vector512<double>.Zero)));
            _after[i] = needs >= 0 ? outsideReturn : Vector512<double>.Zero;
        }

        _open[i] = BitOperations.PopCount(working);
        var hasParts = _unit.Parts[i] > 1 || _known.HasRework[i];
        _inOneGo[i] = !hasParts && !_isFollowed[i];
        if (_anyParts) _parts[i] = Vector512.Create((double)_unit.Parts[i]);
        if (hasParts) BeginParts(i, worked);
    }

    // Before work has begun on all that it waits for, in any run, a row need not be looked at.
    private void BeginWork()
    {
        Array.Clear(_working);
        for (var i = 0; i < _unit.Count; i++)
        {
            var unbegun = 0;
            foreach (var before in _plan.StartsAfter[i])
                if (before < _unit.Count && _open[before] == Block.Width && !_unit.IsFleet[before])
                    unbegun++;
            _unbegun[i] = unbegun;
            if (_open[i] > 0 && unbegun == 0) _working[i >> 6] |= 1UL << i;
        }
    }

    private void BeginParts(int i, ulong worked)
    {
        _repeated.AsSpan(i * Block.Width, Block.Width).Clear();
        _lastFinish[i] = Vector512<double>.Zero;
        if (!_unit.IsFleet[i]) return;
        for (var batch = 0; batch < _unit.Parts[i]; batch++)
        {
            var row = times.Batch(_unit.Resources[i], batch);
            for (var lane = 0; lane < Block.Width; lane++)
                if ((worked >> lane & 1) != 0)
                    row[_lanes[lane]] = double.PositiveInfinity;
        }
    }

    // True if no part is left. A failed restart test turns part of the work into new parts, once.
    private bool IsLast(int row, int lane, double finish, double left)
    {
        if (_unit.Parts[row] == 1 && !_known.HasRework[row])
        {
            Return(row, lane, finish + _waiting[row, lane]);
            return true;
        }

        var before = (int)_parts[row, lane];
        _parts[row, lane] = left;
        if (_unit.IsFleet[row])
        {
            var time = finish + _waiting[row, lane];
            for (; before > (int)left; before--) times.Batch(_unit.Resources[row], _unit.Parts[row] - before)[_lanes[lane]] = time;
            if (time < (_isFollowed[row] ? _own[row, lane] : _back[row, lane])) Return(row, lane, time);
            return left == 0;
        }

        var last = Math.Max(_lastFinish[row, lane], finish);
        _lastFinish[row, lane] = last;
        if (left > 0) return false;
        var at = row * Block.Width + lane;
        var rework = _known.HasRework[row] && !_repeated[at] ? _known.Rework[row * Block.Runs + _lanes[lane]] : 0;
        if (rework <= 0)
        {
            Return(row, lane, last + _waiting[row, lane]);
            return true;
        }

        (_repeated[at], _parts[row, lane], _hours[row, lane]) = (true, _unit.Parts[row], rework);
        Lane.Set(ref _start[row], lane, last);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Return(int row, int lane, double time) => Lane.Set(ref (_isFollowed[row] ? ref _own[row] : ref _back[row]), lane, time);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Ready(int row, ref Vector512<double> start, ref Vector512<double> back)
    {
        ref var after = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_startsAfter.Items), Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_startFirsts), row));
        var ready = Vector512.MaxNative(Unsafe.Add(ref start, row), Vector512.MaxNative(Unsafe.Add(ref back, after), Unsafe.Add(ref back, Unsafe.Add(ref after, 1))));
        for (var more = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_startsAfter.Counts), row) - 1; more > 1; more--) ready = Vector512.MaxNative(ready, Unsafe.Add(ref back, Unsafe.Add(ref after, more)));
        return ready;
    }

    // Work on it has begun in some run: what waits for nothing else that has not may be looked at from now on.
    private void Begun(int row)
    {
        foreach (var other in _plan.ToStart[row])
            if (--_unbegun[other] == 0 && _open[other] > 0)
                _working[other >> 6] |= 1UL << other;
    }

    // All of its work has started in all runs.
    private void Done(int row)
    {
        _working[row >> 6] &= ~(1UL << row);
        if (!_isFollowed[row]) Settle(row);
    }

    // True if its return is known in all runs.
    private bool FollowResource(int row)
    {
        if (_worklessLanes[row] != 0) _own[row] = Vector512.MinNative(_own[row], Latest(_workless[row], _startsAfter, _startFirsts, row) + _waiting[row]);
        _back[row] = Latest(Vector512.MaxNative(_own[row], _after[row]), _returnsAfter, _returnFirsts, row);
        return _open[row] == 0 && _returnsAfter.Counts[row] == 0 && (_worklessLanes[row] == 0 || _startsAfter.Counts[row] == 0);
    }

    private bool FollowGroup(int row)
    {
        var first = _after[row];
        foreach (var member in _plan.ReturnsAfter[row]) first = Vector512.MinNative(first, _back[member]);
        _back[row] = first;
        return _open[row] == 0;
    }

    private Vector512<double> Latest(Vector512<double> time, OpenLists lists, int[] firsts, int row)
    {
        var (first, items) = (firsts[row], lists.Items);
        for (var i = first + lists.Counts[row] - 1; i >= first; i--) time = Vector512.MaxNative(time, _back[items[i]]);
        return time;
    }

    // What waits for a row need not ask for it any more.
    private void Settle(int row)
    {
        ref var start = ref _start.First;
        var back = _back[row];
        foreach (var other in _plan.ToStart[row])
        {
            if (_worklessLanes[other] != 0) _workless[other] = Vector512.MaxNative(_workless[other], back);
            if (_open[other] == 0 && _worklessLanes[other] == 0) continue;
            ref var its = ref Unsafe.Add(ref start, other);
            its = Vector512.MaxNative(its, back);
            _startsAfter.Strike(other, row);
        }

        foreach (var other in _plan.ToReturn[row])
        {
            if (other >= _unit.Count)
            {
                _open[other]--;
            }
            else if (_isFollowed[other])
            {
                _after[other] = Vector512.MaxNative(_after[other], back);
                _returnsAfter.Strike(other, row);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> AtPlaces(ref Vector512<double> rows)
    {
        ref var place = ref Unsafe.As<Vector512<double>, long>(ref _step.First);
        ref var number = ref Unsafe.As<Vector512<double>, double>(ref rows);
        return Vector512.Create(
            Unsafe.Add(ref number, (nint)place),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 1)),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 2)),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 3)),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 4)),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 5)),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 6)),
            Unsafe.Add(ref number, (nint)Unsafe.Add(ref place, 7)));
    }
}
