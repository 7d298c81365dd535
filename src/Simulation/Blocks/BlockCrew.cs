using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>The people of one body in one run after the other: who becomes free when, which work is ready when, and what starts next.</summary>
/// <remarks>
/// Ready work is one bit each in the order of its urgency. People, own ones first, and work that is not ready before a known hour are short lists
/// that are looked through eight at a time: as nothing is kept sorted, there is little to guess for the processor.
/// </remarks>
internal sealed class BlockCrew
{
    private const double Never = double.PositiveInfinity;

    private readonly CompiledBody _body;
    private readonly double[] _arrivals;
    private readonly int[] _groupOf;
    private readonly double[] _freeAt;
    private readonly double[] _leavesAt;
    private readonly ulong[] _ready;
    private readonly double[] _laterAt;
    private readonly int[] _later;
    private readonly bool _anyLeaves;
    private readonly bool _alwaysOpen;
    private WorkWindow _window;
    private int _laterCount;
    private double _now;
    private double _nextLeaves;
    private int _planned;
    private int _allowed;

    /// <param name="body">The body.</param>
    /// <param name="first">Its most urgent resource, by its place in the unit.</param>
    /// <param name="parts">Parts of all its work: more people are never at work at once.</param>
    public BlockCrew(CompiledBody body, int first, int parts)
    {
        (_body, First) = (body, first);
        var help = body.Input.Team.Help;
        _arrivals = new double[help.Count * Block.Runs];
        _groupOf = CrewGroups.Of(body, parts);
        (_freeAt, _leavesAt) = (Vectors(_groupOf.Length), Vectors(_groupOf.Length));
        _ready = new ulong[body.ByRank.Length / 64 + 1];
        (_laterAt, _later) = (Vectors(body.ByRank.Length), new int[body.ByRank.Length]);
        _anyLeaves = help.Any(h => double.IsFinite(h.Stay));
        _alwaysOpen = body.Windows.All(w => w.IsAlwaysOpen);
        Hours = new double[help.Count + 1];
        _window = body.Windows[0];
    }

    public int First { get; }

    public WorkWindow Window => _window;

    /// <summary>Person-hours worked by each group.</summary>
    public double[] Hours { get; }

    /// <summary>What starts next, by its place in the unit; meaningful after <see cref="Look"/> found a time.</summary>
    public int Resource { get; private set; }

    /// <summary>When to look again; meaningful after <see cref="Look"/> found none.</summary>
    public double Next { get; private set; }

    /// <summary>Draws when help arrives, for a block.</summary>
    public void Draw(RunBlock runs) => CrewGroups.DrawArrivals(_body, runs, _arrivals);

    public void Begin(int lane, int start)
    {
        Array.Clear(Hours);
        Array.Clear(_ready);
        _laterAt.AsSpan(0, _laterCount).Fill(Never);
        (_laterCount, _now, _nextLeaves, _planned, _allowed) = (0, 0, 0, 0, int.MaxValue);
        for (var person = 0; person < _groupOf.Length; person++)
        {
            if (_groupOf[person] == 0)
            {
                _freeAt[person] = 0;
                continue;
            }

            var arrival = _arrivals[(_groupOf[person] - 1) * Block.Runs + lane];
            (_freeAt[person], _leavesAt[person]) = (arrival, arrival + _body.Input.Team.Help[_groupOf[person] - 1].Stay);
        }

        _window = _body.Window(start);
    }

    /// <summary>Parts of a resource may start from a time on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetReady(int resource, double time)
    {
        var place = _laterCount++;
        (_laterAt[place], _later[place]) = (time, resource - First);
    }

    /// <summary>All parts of a resource have started.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ClearReady(int resource)
    {
        var rank = resource - First;
        _ready[rank >> 6] &= ~(1UL << rank);
    }

    /// <summary>Strict list: what the plan names after a resource with parts to start, and what it does not name, waits until they have started.</summary>
    public void FollowList(ReadOnlySpan<int> unstarted)
    {
        while (_planned < _body.Named && unstarted[First + _planned] == 0) _planned++;
        _allowed = _planned == _body.Named ? int.MaxValue : _planned + 1;
    }

    /// <summary>
    /// Finds the next part to start: the first moment at which somebody is free inside the window and something is ready; then the most urgent
    /// of what is ready.
    /// </summary>
    /// <param name="until">Up to this hour everything is known that becomes ready.</param>
    /// <returns>The hour; infinity: none up to then.</returns>
    public double Look(double until)
    {
        for (var now = _now; ;)
        {
            if (_anyLeaves) SendHome(now);
            var next = Open(Math.Max(now, Least(_freeAt, _freeAt.Length)));
            if (next > until) return NotBefore(next);
            Promote(next);
            var rank = MostUrgent();
            while (rank >= _allowed)
            {
                next = Open(Math.Max(next, Least(_laterAt, _laterCount)));
                if (next > until) return NotBefore(next);
                Promote(next);
                rank = MostUrgent();
            }

            // Helpers may have left by then.
            if (_anyLeaves && next > now && next >= _nextLeaves)
            {
                now = next;
                continue;
            }

            Resource = First + rank;
            return _now = next;
        }
    }

    /// <summary>Somebody starts at the hour that was found, own people first, and works until another.</summary>
    /// <returns>The group of the person.</returns>
    public int Take(double until)
    {
        var person = FindFree(_now);
        _freeAt[person] = until < _leavesAt[person] ? until : Never;
        return _groupOf[person];
    }

    // Numbers in whole vectors, those behind the last one infinite.
    private static double[] Vectors(int count)
    {
        var list = new double[(count + Block.Width) / Block.Width * Block.Width];
        Array.Fill(list, Never);
        return list;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Open(double time) => _alwaysOpen ? time : _window.NextOpen(time);

    private double NotBefore(double next)
    {
        Next = next;
        return Never;
    }

    private void SendHome(double now)
    {
        if (now < _nextLeaves) return;
        _nextLeaves = Never;
        for (var person = 0; person < _groupOf.Length; person++)
        {
            if (_leavesAt[person] <= now) _freeAt[person] = Never;
            else _nextLeaves = Math.Min(_nextLeaves, _leavesAt[person]);
        }
    }

    private int FindFree(double now)
    {
        var (end, person) = (Vector512.Create(now + Instant.Width), 0);
        ref var free = ref MemoryMarshal.GetArrayDataReference(_freeAt);
        while (true)
        {
            if (Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref free, (nuint)person), end).ExtractMostSignificantBits() is var mask and not 0)
                return person + BitOperations.TrailingZeroCount(mask);
            person += Block.Width;
        }
    }

    // From the end: what takes the place of a removed one was looked at before.
    private void Promote(double now)
    {
        if (_laterCount == 0) return;
        ref var later = ref MemoryMarshal.GetArrayDataReference(_laterAt);
        var end = Vector512.Create(now + Instant.Width);
        for (var i = (_laterCount - 1) & -Block.Width; i >= 0; i -= Block.Width)
        {
            var mask = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref later, (nuint)i), end).ExtractMostSignificantBits();
            while (mask != 0)
            {
                var bit = BitOperations.Log2(mask);
                mask ^= 1UL << bit;
                var (place, last) = (i + bit, --_laterCount);
                var rank = _later[place];
                _ready[rank >> 6] |= 1UL << rank;
                (_laterAt[place], _later[place]) = (_laterAt[last], _later[last]);
                _laterAt[last] = Never;
            }
        }
    }

    private int MostUrgent()
    {
        for (var word = 0; word < _ready.Length; word++)
            if (_ready[word] != 0)
                return 64 * word + BitOperations.TrailingZeroCount(_ready[word]);
        return int.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Least(double[] values, int count)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        var least = Vector512.LoadUnsafe(ref first);
        for (var i = Block.Width; i < count; i += Block.Width) least = Vector512.MinNative(least, Vector512.LoadUnsafe(ref first, (nuint)i));
        var four = Vector256.MinNative(least.GetLower(), least.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
