using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>The people of one body in one run after the other: who becomes free when, which work is ready when, and what starts next.</summary>
/// <remarks>
/// People and work are looked through from the front, eight at a time: own people come first, then helpers in the order of the input; work lies in
/// the order of its urgency. Nothing is sorted and nothing queued, as both are few.
/// </remarks>
internal sealed class BlockCrew
{
    private static readonly Vector512<double> Places = Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7);

    private readonly CompiledBody _body;
    private readonly double[] _arrivals;
    private readonly int[] _groupOf;
    private readonly double[] _freeAt;
    private readonly double[] _leavesAt;
    private readonly double[] _readyAt;
    private readonly bool _anyLeaves;
    private readonly int _count;
    private WorkWindow _window;
    private double _now;
    private int _low;
    private int _planned;
    private int _allowed;

    /// <param name="body">The body.</param>
    /// <param name="first">Its most urgent resource, by its place in the unit.</param>
    /// <param name="parts">Parts of all its work: more people are never at work at once.</param>
    public BlockCrew(CompiledBody body, int first, int parts)
    {
        (_body, First, _count) = (body, first, body.ByRank.Length);
        var help = body.Input.Team.Help;
        _arrivals = new double[help.Count * Block.Runs];
        _groupOf = [.. Enumerable.Repeat(0, Math.Min(body.Present, parts)), .. help.Index().SelectMany(h => Enumerable.Repeat(h.Index + 1, Math.Min(h.Item.People, parts)))];
        _freeAt = Vectors(_groupOf.Length);
        _leavesAt = Vectors(_groupOf.Length);
        _readyAt = Vectors(_count);
        _anyLeaves = help.Any(h => double.IsFinite(h.Stay));
        Hours = new double[help.Count + 1];
        _window = body.Windows[0];
    }

    public int First { get; }

    public WorkWindow Window => _window;

    /// <summary>Person-hours worked by each group.</summary>
    public double[] Hours { get; }

    /// <summary>What starts next, by its place in the unit; meaningful after <see cref="Look"/> found a time.</summary>
    public int Resource { get; private set; }

    /// <summary>Who starts it.</summary>
    public int Person { get; private set; }

    /// <summary>Draws when help arrives, for a block.</summary>
    public void Draw(int firstRun)
    {
        for (var i = 0; i < _body.HelpDelays.Length; i++)
        {
            var row = Rows.Of(_arrivals, i);
            for (var lane = 0; lane < Block.Runs; lane++) row[lane] = _body.HelpDelays[i].Draw(_body.Input.Team.Help[i].Delay, firstRun + lane);
        }
    }

    public void Begin(int lane, int start)
    {
        Array.Clear(Hours);
        _readyAt.AsSpan().Fill(double.PositiveInfinity);
        (_now, _low, _planned, _allowed) = (0, 0, 0, _count);
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
        var rank = resource - First;
        _readyAt[rank] = time;
        if (rank < _low) _low = rank;
    }

    /// <summary>All parts of a resource have started.</summary>
    public void ClearReady(int resource) => _readyAt[resource - First] = double.PositiveInfinity;

    /// <summary>Strict list: what the plan names after a resource with parts to start, and what it does not name, waits until they have started.</summary>
    public void FollowList(ReadOnlySpan<int> unstarted)
    {
        while (_planned < _body.Named && unstarted[First + _planned] == 0) _planned++;
        _allowed = _planned == _body.Named ? _count : _planned + 1;
    }

    /// <summary>
    /// Finds the next part to start: the first moment at which somebody is free inside the window and something is ready; then the most urgent
    /// of what is ready, and own people first. Nothing changes by looking.
    /// </summary>
    /// <returns>The hour; infinity: nothing will start by what is known now.</returns>
    public double Look()
    {
        while (_low + Block.Width < _count && AllInfinite(_low)) _low += Block.Width;
        for (var now = _now; now <= OutageSimulation.Horizon;)
        {
            Person = FindFree(now, out var next);
            if (Person < 0)
            {
                now = next;
                continue;
            }

            var opening = _window.NextOpen(now);
            if (opening > now)
            {
                now = opening;
                continue;
            }

            var rank = FindReady(now, out next);
            if (rank < 0)
            {
                now = next;
                continue;
            }

            Resource = First + rank;
            return now;
        }

        return double.PositiveInfinity;
    }

    /// <summary>The person that was found works from the time that was found until another.</summary>
    /// <returns>The group of the person.</returns>
    public int Take(double now, double until)
    {
        _now = now;
        _freeAt[Person] = until < _leavesAt[Person] ? until : double.PositiveInfinity;
        return _groupOf[Person];
    }

    // A list of numbers in whole vectors, those behind the last one never.
    private static double[] Vectors(int count)
    {
        var list = new double[(count + Block.Width - 1) / Block.Width * Block.Width];
        Array.Fill(list, double.PositiveInfinity);
        return list;
    }

    private bool AllInfinite(int from)
    {
        for (var i = from; i < from + Block.Width; i++)
            if (!double.IsPositiveInfinity(_readyAt[i]))
                return false;
        return true;
    }

    // The first who is free; if nobody is, when the next one will be.
    private int FindFree(double now, out double next)
    {
        ref var free = ref MemoryMarshal.GetArrayDataReference(_freeAt);
        var (end, never) = (Vector512.Create(now + Instant.Width), Vector512.Create(double.PositiveInfinity));
        var least = never;
        for (var i = 0; i < _freeAt.Length; i += Block.Width)
        {
            var times = Vector512.LoadUnsafe(ref free, (nuint)i);
            var isFree = Vector512.LessThanOrEqual(times, end);
            var here = isFree;
            if (_anyLeaves) here &= Vector512.GreaterThan(Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_leavesAt), (nuint)i), Vector512.Create(now));
            if (here.ExtractMostSignificantBits() is var mask and not 0)
            {
                next = now;
                return i + BitOperations.TrailingZeroCount(mask);
            }

            least = Vector512.MinNative(least, Vector512.ConditionalSelect(isFree, never, times));
        }

        next = Least(least);
        return -1;
    }

    // The most urgent that is ready; if nothing is, when something will be by what is known now.
    private int FindReady(double now, out double next)
    {
        ref var ready = ref MemoryMarshal.GetArrayDataReference(_readyAt);
        var (end, never) = (Vector512.Create(now + Instant.Width), Vector512.Create(double.PositiveInfinity));
        var least = never;
        for (var i = _low & -Block.Width; i < _allowed; i += Block.Width)
        {
            var times = Vector512.LoadUnsafe(ref ready, (nuint)i);
            if (i + Block.Width > _allowed && _allowed < _count) times = Vector512.ConditionalSelect(Vector512.LessThan(Places, Vector512.Create((double)(_allowed - i))), times, never);
            if (Vector512.LessThanOrEqual(times, end).ExtractMostSignificantBits() is var mask and not 0)
            {
                next = now;
                return i + BitOperations.TrailingZeroCount(mask);
            }

            least = Vector512.MinNative(least, times);
        }

        next = Least(least);
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Least(Vector512<double> values)
    {
        var four = Vector256.MinNative(values.GetLower(), values.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
