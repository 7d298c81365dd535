using System.Numerics;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Plays runs of one unit eight at a time, in lockstep: in each step the next part of work starts in each of them, at an hour of its own.
/// For units of one body without gates; for the others see <see cref="UnitPlayer"/>. One for each thread.
/// </summary>
/// <remarks>
/// In every step it is asked of each row that is not done, the most urgent first, whether it can start: that needs no lists of what is ready, and
/// nothing is to be guessed for the processor. What has not returned is infinitely late. An hour found that way can only be too late if it
/// depends on work that has not begun, and such work does not end before the step's own hour; so the step is right, and the next one asks again.
/// </remarks>
internal sealed class LockstepPlayer(CompiledModel model, TimeRows times)
{
    /// <summary>No row or person.</summary>
    public const long None = long.MaxValue;

    private static readonly Vector512<double> Never = Vector512.Create(double.PositiveInfinity);

    private readonly LockstepRows _rows = new(model, times);
    private readonly LockstepCrew _crew = new();
    private readonly int[] _lanes = new int[Block.Width];
    private UnitModel _unit = null!;

    /// <summary>Turns to a unit that has a plan.</summary>
    public void Turn(UnitModel unit, UnitRows known)
    {
        _unit = unit;
        _rows.Turn(unit, known);
        _crew.Turn(unit.Bodies[0], unit.Parts.Sum());
    }

    /// <summary>Plays runs of a block.</summary>
    /// <param name="hits">What is hit.</param>
    /// <param name="lanes">The runs.</param>
    public void Play(BlockHits hits, ulong lanes)
    {
        _crew.Draw(hits.Runs);
        while (lanes != 0)
        {
            // The last ones are filled up with the very last.
            for (var i = 0; i < Block.Width; i++)
            {
                _lanes[i] = lanes != 0 ? BitOperations.TrailingZeroCount(lanes) : _lanes[i - 1];
                lanes &= lanes - 1;
            }

            _crew.Begin(model, hits.Runs, _lanes);
            _rows.Begin(hits, _lanes);
            Work();
            _rows.Write(_lanes);
            _crew.Write(times, _unit.BodyNumbers[0], _lanes);
        }
    }

    private void Work()
    {
        var (now, horizon) = (Vector512<double>.Zero, Vector512.Create(OutageSimulation.Horizon));
        while (true)
        {
            _rows.Follow();
            now = _crew.Open(Vector512.MaxNative(now, _crew.NextFree()));
            var row = _rows.Next(now);
            if (!Vector512.LessThanAll(row, Vector512.Create(None))) (row, now) = Wait(row, now);
            var starts = Vector512.LessThanOrEqual(now, horizon).ExtractMostSignificantBits();
            if (starts == 0) return;
            var (hours, parts) = _rows.Turn(starts, row);
            var (finish, left) = _crew.Work(Lane.Of(starts), now, hours, parts);

            // Helpers may have left by then; the next step looks who is there.
            _rows.Started(starts & Vector512.LessThan(left, parts).ExtractMostSignificantBits(), finish, left);
        }
    }

    // Somebody is free and nothing is ready: they wait for the first that will be, and for people being back at work.
    private (Vector512<long> Row, Vector512<double> Now) Wait(Vector512<long> row, Vector512<double> now)
    {
        var (first, ready) = _rows.First();
        var waits = Vector512.Equals(row, Vector512.Create(None));
        now = Vector512.ConditionalSelect(waits.AsDouble(), Vector512.MaxNative(now, ready), now);
        if (_crew.IsAlwaysOpen) return (Vector512.ConditionalSelect(waits, first, row), now);

        // What is ready when they are back may be more urgent than what was ready first.
        now = _crew.Open(now);
        return (_rows.Next(now), now);
    }
}
