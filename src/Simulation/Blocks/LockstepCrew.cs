using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>The people of one body in eight runs at once: a row for each tells when they are free. One for each thread.</summary>
internal sealed class LockstepCrew
{
    private static readonly Vector512<double> Never = Vector512.Create(double.PositiveInfinity);
    private static readonly Vector512<double> Width = Vector512.Create(Instant.Width);

    private readonly VectorRows _freeAt = new();
    private readonly VectorRows _leavesAt = new();
    private readonly WorkWindow[] _windows = new WorkWindow[Block.Width];
    private int[] _groupOf = [];
    private int[] _firstOfGroup = [];

    /// <summary>Person-hours worked by each group.</summary>
    private Vector512<double>[] _hours = [];
    private double[] _arrivals = [];
    private CompiledBody _body = null!;
    private bool _anyLeaves;
    private Vector512<double> _nextLeaves;

    // The window in which each run is, or was last.
    private Vector512<double> _opens;
    private Vector512<double> _closes;

    /// <summary>People work around the clock in all runs.</summary>
    public bool IsAlwaysOpen { get; private set; }

    private int Groups => _body.Input.Team.Help.Count + 1;

    /// <summary>Turns to a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="parts">Parts of all its work: more people are never at work at once.</param>
    public void Turn(CompiledBody body, int parts)
    {
        _body = body;
        var help = body.Input.Team.Help;
        _groupOf = CrewGroups.Of(body, parts);
        _freeAt.Ensure(_groupOf.Length);
        _leavesAt.Ensure(_groupOf.Length);
        _hours = new Vector512<double>[Groups];
        _firstOfGroup = [.. Enumerable.Range(0, Groups + 1).Select(g => Array.FindIndex(_groupOf, of => of >= g) is var first and >= 0 ? first : _groupOf.Length)];
        _arrivals = new double[help.Count * Block.Runs];
        (IsAlwaysOpen, _anyLeaves) = (body.Windows.All(w => w.IsAlwaysOpen), help.Any(h => double.IsFinite(h.Stay)));
    }

    /// <summary>Draws when help arrives, for a block.</summary>
    public void Draw(RunBlock runs) => CrewGroups.DrawArrivals(_body, runs, _arrivals);

    /// <summary>Begins runs of the block.</summary>
    public void Begin(CompiledModel model, RunBlock runs, ReadOnlySpan<int> lanes)
    {
        Array.Clear(_hours);
        (_nextLeaves, _opens, _closes) = (Vector512<double>.Zero, Never, Never);
        for (var i = 0; i < Block.Width; i++) _windows[i] = _body.Window(model.StartOf(runs[lanes[i]]));
        for (var person = 0; person < _groupOf.Length; person++)
        {
            if (_groupOf[person] == 0)
            {
                (_freeAt[person], _leavesAt[person]) = (Vector512<double>.Zero, Never);
                continue;
            }

            var group = _groupOf[person] - 1;
            for (var i = 0; i < Block.Width; i++)
            {
                _freeAt[person, i] = _arrivals[group * Block.Runs + lanes[i]];
                _leavesAt[person, i] = _freeAt[person, i] + _body.Input.Team.Help[group].Stay;
            }
        }
    }

    /// <summary>The hour at which the next person is free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> NextFree()
    {
        var (one, other) = (Never, Never);
        ref var free = ref _freeAt.First;
        var person = 0;
        for (; person + 1 < _groupOf.Length; person += 2)
        {
            one = Vector512.MinNative(one, Unsafe.Add(ref free, person));
            other = Vector512.MinNative(other, Unsafe.Add(ref free, person + 1));
        }

        if (person < _groupOf.Length) one = Vector512.MinNative(one, Unsafe.Add(ref free, person));
        return Vector512.MinNative(one, other);
    }

    /// <summary>The next hour at which people work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Open(Vector512<double> time)
    {
        if (IsAlwaysOpen) return time;
        var others = (Vector512.LessThan(time, _opens) | Vector512.GreaterThanOrEqual(time, _closes)).ExtractMostSignificantBits();
        return others == 0 ? time : Open(time, others);
    }

    /// <summary>Whoever is free works on equal parts: own people first, then helpers in the order of the input.</summary>
    /// <param name="mask">The lanes in which work starts.</param>
    /// <param name="now">When it starts.</param>
    /// <param name="hours">How long each part takes.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <returns>When they are done, and how many parts nobody was there for: all, if the helpers have left by then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector512<double> Finish, Vector512<double> Left) Work(Vector512<double> mask, Vector512<double> now, Vector512<double> hours, Vector512<double> parts)
    {
        if (_anyLeaves && Vector512.GreaterThanOrEqualAny(now, _nextLeaves)) SendHome(now);
        var (end, finish, one) = (now + Width, IsAlwaysOpen ? now + hours : Finish(mask, now, hours), Vector512<double>.One);
        var late = Vector512.GreaterThan(finish, Vector512.Create(OutageSimulation.Horizon)) & mask;
        var worked = (late.ExtractMostSignificantBits() == 0 ? hours : Vector512.ConditionalSelect(late, WorkedUntil(late, now), hours)) & mask;
        var left = parts & mask;
        ref var free = ref _freeAt.First;
        ref var leaves = ref _leavesAt.First;
        for (var group = 0; group < _hours.Length; group++)
        {
            var before = left;
            for (var person = _firstOfGroup[group]; person < _firstOfGroup[group + 1]; person++)
            {
                ref var at = ref Unsafe.Add(ref free, person);
                var takes = Vector512.LessThanOrEqual(at, end) & Vector512.GreaterThanOrEqual(left, one);
                var until = _anyLeaves ? Vector512.ConditionalSelect(Vector512.LessThan(finish, Unsafe.Add(ref leaves, person)), finish, Never) : finish;
                at = Vector512.ConditionalSelect(takes, until, at);
                left -= one & takes;
                if ((person & 7) == 7 && Vector512.LessThanAll(left, one)) break;
            }

            _hours[group] += (before - left) * worked;
        }

        return (finish, left);
    }

    // Most often the window in which a run is now is that of the step before.
    private Vector512<double> Open(Vector512<double> time, ulong others)
    {
        for (; others != 0; others &= others - 1)
        {
            var lane = BitOperations.TrailingZeroCount(others);
            if (!(time[lane] <= OutageSimulation.Horizon)) continue;
            var (opens, closes) = _windows[lane].At(time[lane]);
            (_opens, _closes) = (_opens.WithElement(lane, opens), _closes.WithElement(lane, closes));
            time = time.WithElement(lane, Math.Max(time[lane], opens));
        }

        return time;
    }

    private Vector512<double> Finish(Vector512<double> mask, Vector512<double> now, Vector512<double> hours)
    {
        var end = now + hours;
        for (var rest = (mask & Vector512.GreaterThan(end, _closes)).ExtractMostSignificantBits(); rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            end = end.WithElement(lane, _windows[lane].Finish(now[lane], hours[lane]));
        }

        return end;
    }

    private Vector512<double> WorkedUntil(Vector512<double> mask, Vector512<double> now)
    {
        for (var rest = mask.ExtractMostSignificantBits(); rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            now = now.WithElement(lane, _windows[lane].HoursBetween(now[lane], OutageSimulation.Horizon));
        }

        return now;
    }

    // Who has left by an hour is not asked again. In runs that are over nothing changes.
    private void SendHome(Vector512<double> now)
    {
        now = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(now, Vector512.Create(OutageSimulation.Horizon)), now, Vector512<double>.Zero);
        _nextLeaves = Never;
        for (var person = _firstOfGroup[1]; person < _groupOf.Length; person++)
        {
            var isGone = Vector512.LessThanOrEqual(_leavesAt[person], now);
            _freeAt[person] = Vector512.ConditionalSelect(isGone, Never, _freeAt[person]);
            _nextLeaves = Vector512.ConditionalSelect(isGone, _nextLeaves, Vector512.MinNative(_nextLeaves, _leavesAt[person]));
        }
    }

    /// <summary>Person-hours worked by each group.</summary>
    public void Write(TimeRows times, int body, ReadOnlySpan<int> lanes)
    {
        for (var group = 0; group < Groups; group++)
        {
            var row = times.Hours(body, group);
            for (var i = 0; i < Block.Width; i++) row[lanes[i]] = _hours[group][i];
        }
    }
}
