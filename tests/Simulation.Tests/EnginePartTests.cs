using FsCheck;
using FsCheck.Fluent;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Oracle;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Single parts of the engine against plain descriptions of them.</summary>
public sealed class EnginePartTests
{
    private static readonly Arbitrary<int[]> Numbers = ArbMap.Default.ArbFor<int[]>();

    [Fact]
    public void Events_come_out_in_the_order_of_time()
        => Prop.ForAll(Numbers, times =>
        {
            var queue = new EventQueue();
            foreach (var time in times) queue.Add(new(time, EventKind.GatePassed, 0));
            var taken = times.Select(_ => queue.Take().Time).ToArray();
            return taken.SequenceEqual(times.Select(time => (double)time).Order()) && queue.Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Windows_answer_as_a_walk_through_them_does()
        => Prop.ForAll(Numbers, ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (numbers, hours, moment) =>
        {
            var breakpoints = numbers.Select(n => (double)Math.Abs((long)n)).Distinct().Order().ToArray();
            var calendar = new WorkCalendar(breakpoints[..(breakpoints.Length / 2 * 2)]);
            var (fast, slow) = (new WorkWindow(calendar), new SlowWindow(calendar));
            var start = slow.IsOpen(moment.Get) ? moment.Get : slow.NextOpening(moment.Get);
            var finish = slow.Finish(start, hours.Get);
            return fast.NextOpen(moment.Get) == start && fast.Finish(start, hours.Get) == finish && Math.Abs(fast.HoursBetween(start, finish) - hours.Get) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Step_functions_keep_the_last_value_of_an_instant()
    {
        var log = new StepLog(2);
        log.Clear();
        log.Add(0, 0, 0);
        log.Add(1, 0, 1);
        log.Add(0, 5, 0.2);
        log.Add(0, 5 + 1e-12, 0.5);
        log.Add(0, 7, 1);
        var steps = new List<(double, double)>();
        log.CopyTo(0, steps);

        Assert.Equal([(0, 0), (5, 0.5), (7, 1)], steps);
        Assert.Equal((5, 7, double.PositiveInfinity), (log.TimeOf(0, 0.5), log.TimeOf(0, 0.6), log.TimeOf(1, 1.1)));
    }
}
