using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Plays straight runs of a unit: each of its resources is worked on in one part by one person, once, around the clock, and waits for all it needs,
/// without alternatives. Then nothing happens but that a person becomes free and takes the most urgent that is ready; for the rest see <see cref="UnitPlayer"/>.
/// </summary>
internal sealed class StraightUnit
{
    private static readonly Vector512<double>[] OnlyLane = [.. Enumerable.Range(0, Block.Width).Select(lane => Vector512.Equals(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)lane)))];
    private static readonly Vector512<double> Never = Vector512.Create(double.PositiveInfinity);

    private readonly UnitModel _unit;
    private readonly UnitRows _rows;
    private readonly TimeRows _times;
    private readonly int[] _withOutside;
    private readonly int[] _first;
    private readonly int[] _groupOf;
    private readonly double[] _hours;
    private readonly double[] _arrival;

    // One run. What is to come lies in the first free slot, so that few have to be looked through.
    private readonly int[] _pending;
    private readonly double[] _time;
    private readonly ulong[] _ready;
    private readonly Vector512<double>[] _freeAt;
    private readonly Vector512<double>[] _laterAt;
    private readonly ulong[] _taken;
    private readonly int[] _later;
    private int _laterVectors;

    private StraightUnit(UnitModel unit, UnitRows rows, TimeRows times)
    {
        (_unit, _rows, _times) = (unit, rows, times);
        var body = unit.Bodies[0];
        _withOutside = [.. Enumerable.Range(0, unit.Count).Where(i => unit.OutsideOf[i] is not null)];
        _first = [.. Enumerable.Range(0, unit.Count).Where(i => unit.Terms[i] == 0)];
        _groupOf = [.. Enumerable.Repeat(0, Math.Min(body.Present, unit.Count)), .. body.Input.Team.Help.Index().SelectMany(h => Enumerable.Repeat(h.Index + 1, Math.Min(h.Item.People, unit.Count)))];
        (_hours, _arrival) = (new double[body.Input.Team.Help.Count + 1], new double[body.Input.Team.Help.Count + 1]);
        (_pending, _time, _later) = (new int[unit.Count], new double[unit.Count], new int[unit.Count]);
        (_ready, _taken) = (new ulong[unit.Count / 64 + 1], new ulong[unit.Count / 64 + 1]);
        _freeAt = new Vector512<double>[Math.Max(1, (_groupOf.Length + Block.Width - 1) / Block.Width)];
        _laterAt = new Vector512<double>[unit.Count / Block.Width + 1];
    }

    /// <summary>For a unit whose runs are straight if all its resources are hit; otherwise null.</summary>
    public static StraightUnit? Of(CompiledModel model, UnitModel unit, UnitRows rows, TimeRows times) => CanPlay(model, unit) ? new(unit, rows, times) : null;

    /// <summary>True if the runs of a unit are straight in which all its resources are hit.</summary>
    public static bool CanPlay(CompiledModel model, UnitModel unit) =>
        unit.Bodies is [var body] && unit.Gates.Length == 0 && unit.SlotOfGroup.Length == 0 && unit.Count > 0
        && model.Dispatch == DispatchMode.MostUrgentReady
        && body.Windows.All(w => w.IsAlwaysOpen)
        && body.Input.Team.Help.All(h => double.IsPositiveInfinity(h.Stay))
        && unit.Parts.All(p => p == 1) && !unit.IsFleet.Contains(true) && unit.NeedSlot.All(s => s < 0) && unit.GateSet.All(s => s >= 0);

    /// <summary>Runs of the block that are straight.</summary>
    public ulong Lanes(BlockHits hits)
    {
        var lanes = hits.Runs.Lanes;
        for (var i = 0; i < _unit.Count && lanes != 0; i++)
        {
            lanes &= hits.Damaged[_unit.Resources[i]] | hits.Stopped[_unit.Resources[i]];
            if (_rows.HasRework[i]) lanes &= ~Positive(_rows.Rework, i);
            lanes &= Positive(_rows.Part, i);
        }

        return lanes;
    }

    /// <param name="lane">The run.</param>
    /// <param name="arrivals">When helpers arrive, a row for each group.</param>
    public void Play(int lane, double[] arrivals)
    {
        Begin(lane, arrivals);
        var (left, now) = (_unit.Count, 0.0);
        ref var part = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows.Part), lane);
        ref var waiting = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows.Waiting), lane);
        for (; left > 0; left--)
        {
            now = Math.Max(now, Least(_freeAt, _freeAt.Length));
            if (!(now <= OutageSimulation.Horizon)) break;
            Promote(now);
            var i = MostUrgent();
            if (i < 0)
            {
                now = Math.Max(now, Least(_laterAt, _laterVectors));
                if (!(now <= OutageSimulation.Horizon)) break;
                Promote(now);
                i = MostUrgent();
            }

            _ready[i >> 6] &= ~(1UL << i);
            var hours = Unsafe.Add(ref part, i * Block.Runs);
            var finish = now + hours;
            Take(now, finish, hours);
            var back = finish + Unsafe.Add(ref waiting, i * Block.Runs);
            if (!(back <= OutageSimulation.Horizon)) continue;
            _times.Available(_unit.Resources[i])[lane] = back;
            foreach (var after in _unit.SlotsAfter[i])
            {
                if (back > _time[after]) _time[after] = back;
                if (--_pending[after] == 0) Add(after);
            }
        }

        for (var group = 0; group < _hours.Length; group++) _times.Hours(_unit.BodyNumbers[0], group)[lane] = _hours[group];
    }

    private ulong Positive(double[] rows, int row)
    {
        var mask = 0UL;
        ref var first = ref MemoryMarshal.GetReference(Rows.Of(rows, row));
        for (var i = 0; i < Block.Runs; i += Block.Width) mask |= Block.Less(Vector512<double>.Zero, Vector512.LoadUnsafe(ref first, (nuint)i)) << i;
        return mask;
    }

    private void Begin(int lane, double[] arrivals)
    {
        _unit.Terms.AsSpan(0, _unit.Count).CopyTo(_pending);
        Array.Clear(_hours);
        Array.Clear(_ready);
        Array.Clear(_taken);
        _laterAt.AsSpan(0, _laterVectors).Fill(Never);
        _laterVectors = 0;
        for (var i = 0; i < _unit.Count; i++) _time[i] = _rows.GateSets[_unit.GateSet[i] * Block.Runs + lane];
        foreach (var slot in _withOutside) _time[slot] = Math.Max(_time[slot], _rows.Outside(slot, lane));
        for (var i = 0; i < _unit.Count; i++) _times.Available(_unit.Resources[i])[lane] = double.PositiveInfinity;
        for (var group = 1; group < _arrival.Length; group++) _arrival[group] = arrivals[(group - 1) * Block.Runs + lane];
        for (var person = 0; person < _freeAt.Length * Block.Width; person++)
        {
            var free = person < _groupOf.Length ? _arrival[_groupOf[person]] : double.PositiveInfinity;
            Set(_freeAt, person, free);
        }

        foreach (var i in _first) Add(i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(Vector512<double>[] numbers, int place, double number)
    {
        ref var some = ref numbers[place >> 3];
        some = Vector512.ConditionalSelect(OnlyLane[place & 7], Vector512.Create(number), some);
    }

    private void Add(int i)
    {
        if (!(_time[i] <= OutageSimulation.Horizon)) return;
        var word = 0;
        while (_taken[word] == ulong.MaxValue) word++;
        var slot = 64 * word + BitOperations.TrailingZeroCount(~_taken[word]);
        _taken[word] |= 1UL << slot;
        _later[slot] = i;
        if (slot >> 3 >= _laterVectors) _laterAt[_laterVectors++] = Never;
        Set(_laterAt, slot, _time[i]);
    }

    private void Promote(double now)
    {
        var end = Vector512.Create(now + Instant.Width);
        for (var vector = 0; vector < _laterVectors; vector++)
        {
            var come = Vector512.LessThanOrEqual(_laterAt[vector], end);
            var mask = come.ExtractMostSignificantBits();
            if (mask == 0) continue;
            _laterAt[vector] = Vector512.ConditionalSelect(come, Never, _laterAt[vector]);
            for (; mask != 0; mask &= mask - 1)
            {
                var slot = Block.Width * vector + BitOperations.TrailingZeroCount(mask);
                _taken[slot >> 6] &= ~(1UL << slot);
                var i = _later[slot];
                _ready[i >> 6] |= 1UL << i;
            }
        }

        while (_laterVectors > 0 && (_taken[(_laterVectors - 1) >> 3] >> (((_laterVectors - 1) & 7) << 3) & 0xFF) == 0) _laterVectors--;
    }

    private int MostUrgent()
    {
        for (var word = 0; word < _ready.Length; word++)
            if (_ready[word] != 0)
                return 64 * word + BitOperations.TrailingZeroCount(_ready[word]);
        return -1;
    }

    // The first who is free: own people, then helpers in the order of the input.
    private void Take(double now, double until, double hours)
    {
        var (end, vector) = (Vector512.Create(now + Instant.Width), 0);
        ulong mask;
        while ((mask = Vector512.LessThanOrEqual(_freeAt[vector], end).ExtractMostSignificantBits()) == 0) vector++;
        var lane = BitOperations.TrailingZeroCount(mask);
        _freeAt[vector] = Vector512.ConditionalSelect(OnlyLane[lane], Vector512.Create(until), _freeAt[vector]);
        _hours[_groupOf[vector * Block.Width + lane]] += until <= OutageSimulation.Horizon ? hours : OutageSimulation.Horizon - now;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Least(Vector512<double>[] numbers, int count)
    {
        var least = Never;
        for (var i = 0; i < count; i++) least = Vector512.MinNative(least, numbers[i]);
        var four = Vector256.MinNative(least.GetLower(), least.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
