using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>The engine against the slow one, run by run with the same luck, on random networks that use every feature.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int Networks = 200;
    private const int Runs = 2;
    private const double Tolerance = 0.02;

    private int _all;
    private int _differ;
    private string _example = "";

    [Theory]
    [InlineData(DispatchMode.MostUrgentReady, false, false)]
    [InlineData(DispatchMode.MostUrgentReady, true, false)]
    [InlineData(DispatchMode.StrictList, true, false)]
    [InlineData(DispatchMode.MostUrgentReady, false, true)]
    [InlineData(DispatchMode.MostUrgentReady, true, true)]
    [InlineData(DispatchMode.StrictList, true, true)]
    public void At_least_999_of_1000_times_agree_with_the_oracle(DispatchMode mode, bool hasPlan, bool inBlocks)
    {
        foreach (var seed in Trial.Seeds(Networks))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = Runs, Seed = seed, Dispatch = mode, RestartOrder = hasPlan ? network.Resources : null };
            var fast = inBlocks ? AllRuns.InBlocks(network.Region, network.Outage, options) : AllRuns.Of(network.Region, network.Outage, options);
            for (var run = 0; run < Runs; run++) Compare(network, fast, new(network.Region, network.Outage, options, run), run);
        }

        output.WriteLine($"{mode}: {_differ} of {_all} figures differ by more than {Tolerance}; {_example}");
        Assert.True(_all > 5_000);
        Assert.True(_differ <= _all / 1000, $"{_differ} of {_all} differ, for example {_example}");
    }

    [Fact]
    public void Backlogs_agree_with_a_queue_in_small_steps()
    {
        foreach (var seed in Trial.Seeds(100))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 1, Seed = seed };
            var slow = new SlowEngine(network.Region, network.Outage, options, 0);
            foreach (var (name, runs) in AllRuns.Of(network.Region, network.Outage, options).Services())
            {
                if (runs.Own[0] is 0 or > 1000) continue;
                var service = new SlowService(network.Region, network.Outage, slow, name);
                var input = network.Region.Bodies.Single(b => b.Key == name.Body).Services.Single(s => s.Key == name.Key);
                var until = float.IsFinite(runs.Cleared[0]) ? runs.Cleared[0] + 10 : 5000.0;
                Compare($"network {seed}, {name}", new(input, service, until), runs, float.IsFinite(runs.Cleared[0]), input);
            }
        }

        output.WriteLine($"{_all} backlog figures compared");
        Assert.True(_all > 300, $"Only {_all} figures compared.");
        Assert.True(_differ == 0, $"{_differ} of {_all} differ, for example {_example}");
    }

    private void Compare(string what, SlowBacklog slow, ServiceRuns runs, bool isCleared, ServiceInput input)
    {
        // A step shifts everything by itself at most; the work-off of the last crumbs stretches it by the inverse of the extra capacity.
        AgreeWithin(5 * SlowBacklog.Step, $"{what} cleared", slow.Cleared, runs.Cleared[0]);
        AgreeWithin(0.005 * (1 + slow.Expired), $"{what} expired", slow.Expired, runs.ExpiredCases[0]);
        if (isCleared) AgreeWithin(0.005 * (1 + slow.UndoneCaseHours / 24), $"{what} case-days (extra {input.ExtraCapacity}, age {input.ExpiryAge})", slow.UndoneCaseHours / 24, runs.UndoneCaseDays[0]);
    }

    private void Compare(RandomNetwork network, AllRuns fast, SlowEngine slow, int run)
    {
        var calm = new SlowEngine(network.Region, new(), new(), 0);
        foreach (var (resource, hours) in fast.Resources())
        {
            var normal = calm.Capacity(resource, 0);
            Agree($"{resource} up", slow.Moments.Where(time => slow.Capacity(resource, time) >= normal - 1e-9).DefaultIfEmpty(double.PositiveInfinity).First(), hours[run]);
        }

        foreach (var (name, runs) in fast.Services())
        {
            var service = new SlowService(network.Region, network.Outage, slow, name);
            Agree($"{name} first", service.FirstTime, runs.First[run]);
            Agree($"{name} emergency", service.EmergencyTime, runs.Emergency[run]);
            Agree($"{name} own", service.Own, runs.Own[run]);
            Agree($"{name} days lost", service.DaysLost, runs.DaysLost[run]);
            var input = network.Region.Bodies.Single(b => b.Key == name.Body).Services.Single(s => s.Key == name.Key);
            foreach (var (deadline, missed) in input.Deadlines.Zip(fast.DatesMissed(name)))
                Agree($"{name} dates missed", deadline.Due[run].Count(due => due > 0 && service.IsMissed(Math.Max(0, due - deadline.Lead), due)), missed[run]);
        }
    }

    private void Agree(string what, double expected, double actual) => AgreeWithin(Tolerance, what, expected, actual);

    private void AgreeWithin(double tolerance, string what, double expected, double actual)
    {
        _all++;
        if (expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance) return;
        _differ++;
        if (_differ == 1) _example = $"{what}: {expected} by the oracle, {actual} by the engine";
    }
}
