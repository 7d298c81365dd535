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

    /// <summary>Person-hours worked by each group and those behind it.</summary>
    private Vector512<double>[] _hours = [];
    private double[] _arrivals = [];
    private CompiledBody _body = null!;

    /// <summary>People work around the clock in all runs.</summary>
    public bool IsAlwaysOpen { get; private set; }

    /// <summary>Some helpers leave again.</summary>
    public bool AnyLeaves { get; private set; }

    private int Groups => _body.Input.Team.Help.Count + 1;

    /// <summary>Turns to a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="parts">Parts of all its work: more people are never at work at once.</param>
    public void Turn(CompiledBody body, int parts)
    {
        _body = body;
        var help = body.Input.Team.Help;
        _groupOf = [.. Enumerable.Repeat(0, Math.Min(body.Present, parts)), .. help.Index().SelectMany(h => Enumerable.Repeat(h.Index + 1, Math.Min(h.Item.People, parts)))];
        _freeAt.Ensure(_groupOf.Length);
        _leavesAt.Ensure(_groupOf.Length);
        _hours = new Vector512<double>[Groups];
        _firstOfGroup = [.. Enumerable.Range(0, Groups).Select(g => Array.FindIndex(_groupOf, of => of >= g) is var first and >= 0 ? first : _groupOf.Length)];
        _arrivals = new double[help.Count * Block.Runs];
        (IsAlwaysOpen, AnyLeaves) = (body.Windows.All(w => w.IsAlwaysOpen), help.Any(h => double.IsFinite(h.Stay)));
    }

    /// <summary>Draws when help arrives, for a block.</summary>
    public void Draw(RunBlock runs)
    {
        for (var i = 0; i < _body.HelpDelays.Length; i++)
        {
            var row = Rows.Of(_arrivals, i);
            for (var lane = 0; lane < Block.Runs; lane++) row[lane] = _body.HelpDelays[i].Draw(_body.Input.Team.Help[i].Delay, runs[lane]);
        }
    }

    /// <summary>Begins runs of the block.</summary>
    public void Begin(CompiledModel model, RunBlock runs, ReadOnlySpan<int> lanes)
    {
        Array.Clear(_hours);
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

    /// <summary>The first person who is free at an hour: own people, then helpers in the order of the input; <see cref="LockstepPlayer.None"/>: nobody.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> FirstFree(Vector512<double> now)
    {
        var (end, first) = (now + Width, Vector512.Create(LockstepPlayer.None));
        ref var free = ref _freeAt.First;
        for (var person = _groupOf.Length - 1; person >= 0; person--)
        {
            var isFree = Vector512.LessThanOrEqual(Unsafe.Add(ref free, person), end);
            if (AnyLeaves) isFree &= Vector512.GreaterThan(_leavesAt[person], now);
            first = Vector512.ConditionalSelect(isFree.AsInt64(), Vector512.Create((long)person), first);
        }

        return first;
    }

    /// <summary>Who has left by an hour is not asked again.</summary>
    public void SendHome(Vector512<double> now)
    {
        for (var person = 0; person < _groupOf.Length; person++)
            _freeAt[person] = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(_leavesAt[person], now), Never, _freeAt[person]);
    }

    /// <summary>The next hour at which people work.</summary>
    public Vector512<double> Open(Vector512<double> time)
    {
        if (IsAlwaysOpen) return time;
        for (var i = 0; i < Block.Width; i++)
            if (time[i] <= OutageSimulation.Horizon)
                time = time.WithElement(i, _windows[i].NextOpen(time[i]));
        return time;
    }

    /// <summary>People work on parts.</summary>
    /// <param name="mask">The lanes in which somebody does.</param>
    /// <param name="people">Who.</param>
    /// <param name="now">When they start.</param>
    /// <param name="hours">How long a part takes.</param>
    /// <returns>When they are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Work(Vector512<double> mask, Vector512<long> people, Vector512<double> now, Vector512<double> hours)
    {
        var (finish, horizon) = (now + hours, Vector512.Create(OutageSimulation.Horizon));
        if (!IsAlwaysOpen) finish = Finish(mask, now, hours);
        var late = Vector512.GreaterThan(finish, horizon);
        var worked = hours & mask;
        if (late.ExtractMostSignificantBits() != 0) worked = Vector512.ConditionalSelect(late, WorkedUntil(mask, now), worked);
        ref var free = ref _freeAt.First;
        for (var person = 0; person < _groupOf.Length; person++)
        {
            var its = Vector512.Equals(people, Vector512.Create((long)person)).AsDouble() & mask;
            var until = AnyLeaves ? Vector512.ConditionalSelect(Vector512.LessThan(finish, _leavesAt[person]), finish, Never) : finish;
            ref var at = ref Unsafe.Add(ref free, person);
            at = Vector512.ConditionalSelect(its, until, at);
        }

        for (var group = 0; group < _firstOfGroup.Length; group++)
        {
            var isIts = Vector512.GreaterThanOrEqual(people, Vector512.Create((long)_firstOfGroup[group]));
            _hours[group] += worked & isIts.AsDouble();
        }

        return finish;
    }

    private Vector512<double> Finish(Vector512<double> mask, Vector512<double> now, Vector512<double> hours)
    {
        for (var rest = mask.ExtractMostSignificantBits(); rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            now = now.WithElement(lane, _windows[lane].Finish(now[lane], hours[lane]));
        }

        return now;
    }

    private Vector512<double> WorkedUntil(Vector512<double> mask, Vector512<double> now)
    {
        for (var rest = mask.ExtractMostSignificantBits(); rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            now = now.WithElement(lane, _windows[lane].HoursBetween(now[lane], OutageSimulation.Horizon));
        }

        return now & mask;
    }

    /// <summary>Person-hours worked by each group.</summary>
    public void Write(TimeRows times, int body, ReadOnlySpan<int> lanes)
    {
        for (var group = 0; group < Groups; group++)
        {
            var row = times.Hours(body, group);
            var hours = group + 1 < Groups ? _hours[group] - _hours[group + 1] : _hours[group];
            for (var i = 0; i < Block.Width; i++) row[lanes[i]] = hours[i];
        }
    }
}
