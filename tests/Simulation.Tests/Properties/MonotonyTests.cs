using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests.Properties;

/// <summary>More people or fewer hits never delay anything, where that is true; where it is not, how often it fails.</summary>
public sealed class MonotonyTests(ITestOutputHelper output)
{
    private const int Networks = 300;
    private const int Runs = 4;

    // What a fixed list needs for its promise, see docs/simulation.md "What holds".
    private static readonly NetworkTraits Orderly = new() { RestartFailures = false, HelpLeaves = false };

    [Fact]
    public void With_unlimited_people_more_people_or_fewer_hits_never_delay()
        => NothingIsLater(Compare(new() { UnlimitedPeople = true }, DispatchMode.MostUrgentReady));

    [Fact]
    public void With_a_strict_list_more_people_or_fewer_hits_never_delay()
        => NothingIsLater(Compare(Orderly, DispatchMode.StrictList));

    [Fact]
    public void Exact_dispatch_has_anomalies_and_they_are_reported()
    {
        Report("exact dispatch", Compare(NetworkTraits.Everything, DispatchMode.MostUrgentReady));
        Report("exact dispatch, no failed restart tests, help stays", Compare(Orderly, DispatchMode.MostUrgentReady));
        Report("strict list with failed restart tests", Compare(Orderly with { RestartFailures = true }, DispatchMode.StrictList));
        Report("strict list with help that leaves", Compare(Orderly with { HelpLeaves = true }, DispatchMode.StrictList));
    }

    private static void NothingIsLater((int Later, int All, string Example) found)
    {
        Assert.True(found.All > 10_000, "The networks hardly compare anything.");
        Assert.True(found.Later == 0, $"{found.Later} of {found.All} returns are later, for example {found.Example}");
    }

    private void Report(string what, (int Later, int All, string Example) found)
    {
        output.WriteLine($"{what}: {found.Later} of {found.All} returns later with more people or fewer hits ({100.0 * found.Later / found.All:F3} %); {found.Example}");
        Assert.InRange(found.Later, 0, found.All / 20);
    }

    private static (int Later, int All, string Example) Compare(NetworkTraits traits, DispatchMode mode)
    {
        var sum = (Later: 0, All: 0, Example: "");
        foreach (var seed in Trial.Seeds(Networks))
        {
            var network = RandomNetwork.Of(seed, traits);
            var options = new RunOptions { Runs = Runs, Seed = seed, Dispatch = mode, RestartOrder = mode == DispatchMode.StrictList ? network.Resources : null };
            var region = Changes.NobodyAbsent(network.Region);
            var before = AllRuns.Of(region, network.Outage, options);
            var spared = network.Resources[(int)(seed % (ulong)network.Resources.Count)];
            Add(AllRuns.Of(Changes.MorePeople(region), network.Outage, options).LaterThan(before), $"network {seed}, more people: ");
            Add(AllRuns.Of(region, Changes.Spare(network.Outage, spared), options).LaterThan(before), $"network {seed}, {spared} spared: ");
        }

        return sum;

        void Add((int Later, int All, string Example) found, string what)
            => sum = (sum.Later + found.Later, sum.All + found.All, found.Later > 0 ? what + found.Example : sum.Example);
    }
}
