using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Blocks of runs recover like their runs one by one.</summary>
public sealed class BlockRecoveryTests
{
    private const double Tolerance = 0.02;
    private const int Networks = 250;

    [Theory]
    [InlineData(DispatchMode.MostUrgentReady)]
    [InlineData(DispatchMode.StrictList)]
    public void Random_networks_fare_alike(DispatchMode dispatch)
    {
        var (figures, lockstep, byRun, different) = (0, 0, 0, new List<string>());
        foreach (var seed in Trial.Seeds(Networks))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed, Dispatch = dispatch, RestartOrder = dispatch == DispatchMode.StrictList ? network.Resources : null };
            var units = Units(network.Region, network.Outage, options).Where(u => u.Count > 0).ToLookup(u => u.Lockstep is not null);
            (lockstep, byRun) = (lockstep + units[true].Count(), byRun + units[false].Count());
            var (plain, blocks) = (AllRuns.Of(network.Region, network.Outage, options), AllRuns.InBlocks(network.Region, network.Outage, options));
            foreach (var ((name, one), (_, other)) in Figures(plain).Zip(Figures(blocks)))
                for (var run = 0; run < one.Length; run++, figures++)
                    if (one[run] != other[run] && !(Math.Abs(one[run] - other[run]) <= Tolerance)) different.Add($"network {seed} {name} run {run}: {one[run]} {other[run]}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{different.Count} of {figures} differ; {lockstep} units in lockstep, {byRun} run by run");
        Assert.True(byRun > 50 && (dispatch == DispatchMode.StrictList || lockstep > 50), $"{lockstep} units in lockstep, {byRun} run by run");
        Assert.True(figures > 500_000, $"Only {figures} figures were compared.");
        Assert.True(different.Count < 0.000001 * figures, $"{different.Count} of {figures}: {string.Join("; ", different.Take(20))}");
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    [InlineData(12, 9)]
    public void Straight_units_fare_alike(int people, int helpers)
    {
        var (region, outage) = Straight(people, helpers);
        var options = new RunOptions { Runs = 300, Seed = 3 };
        var (plain, blocks) = (AllRuns.Of(region, outage, options), AllRuns.InBlocks(region, outage, options));

        Assert.Contains(Units(region, outage, options), unit => unit.Lockstep is not null);
        foreach (var ((name, one), (_, other)) in Figures(plain).Zip(Figures(blocks)))
            for (var run = 0; run < one.Length; run++)
                Assert.True(one[run] == other[run] || Math.Abs(one[run] - other[run]) <= Tolerance, $"{name} run {run}: {one[run]} {other[run]}");
    }

    private static UnitModel[] Units(RegionInput region, OutageInput outage, RunOptions options)
    {
        var model = ModelCompiler.Compile(region, outage, options);
        return new UnitPlan(model, new(model)).Units;
    }

    // One part each around the clock; nearly always all are hit, each needs up to two before it.
    private static (RegionInput, OutageInput) Straight(int people, int helpers)
    {
        const int Count = 150;
        var random = new Random(people);
        ResourceInput[] resources =
        [
            .. Enumerable.Range(0, Count).Select(i => new ResourceInput
            {
                Key = $"r{i}",
                RestoreWork = Distribution.LogNormal(20, 1),
                CheckWork = Distribution.Triangular(1, 3, 8),
                Waiting = Distribution.Triangular(0, 2, 30),
                RequiredTimeOverride = random.Next(1, 40),
                Needs = i < 2 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => Model.Need($"r{random.Next(i)}"))],
            }),
        ];
        var gate = new GateInput { Key = Model.Ref("forensics"), Duration = Distribution.LogNormal(50, 0.5) };
        HitInput Hit(int i, HitKind kind, double chance) => new(Model.Ref($"r{i}"), kind, chance, [gate.Key]);
        var team = Model.Team(people, Model.Help("help", helpers, 100));
        var services = Enumerable.Range(0, 20).Select(i => Model.Service($"s{i}", Model.Need($"r{random.Next(Count)}"), Model.OneOf(($"r{random.Next(Count)}", 1), ($"r{random.Next(Count)}", 1))) with
        {
            Mtpd = 300,
            IncomePerCase = 2,
            LossPerCaseDay = 1,
            ExtraCapacity = i % 4 == 0 ? 0 : 0.3,
            Substitutes = i % 2 == 0 ? [Model.Substitute("paper", 40, 0.6) with { Endurance = 200, RekeyShare = 0.5 }] : [],
        }).ToArray();
        return (
            Model.Region(team, resources, services),
            new()
            {
                Gates = [gate],
                Hits = [new() { Key = Model.Ref("all"), Chance = 0.9, Members = [.. Enumerable.Range(0, Count).SelectMany(i => new[] { Hit(i, HitKind.Stopped, i == 7 ? 0.8 : 1), Hit(i, HitKind.Damaged, 0.6) })] }],
            });
    }

    private static IEnumerable<(string Name, float[] ByRun)> Figures(AllRuns all)
    {
        foreach (var (name, hours) in all.Returns()) yield return (name, hours);
        foreach (var (service, runs) in all.Services())
        {
            yield return ($"{service} first", runs.First);
            yield return ($"{service} emergency", runs.Emergency);
            yield return ($"{service} cleared", runs.Cleared);
            yield return ($"{service} days", runs.DaysLost);
            yield return ($"{service} undone", [.. runs.UndoneCaseDays.Select(x => x / 1000)]);
            yield return ($"{service} expired", [.. runs.ExpiredCases.Select(x => x / 1000)]);
            foreach (var missed in all.DatesMissed(service)) yield return ($"{service} dates", [.. missed.Select(x => (float)x)]);
            yield return ($"{service} too long", [.. runs.MtpdExceeded.Select(x => x ? 1f : 0)]);
            yield return ($"{service} data", [.. runs.RpoExceeded.Select(x => x ? 1f : 0)]);
        }

        foreach (var (body, runs) in all.Bodies())
        {
            yield return ($"{body} staff", Hours(runs.Staff));
            yield return ($"{body} help", Hours(runs.OutsideHelp));
            yield return ($"{body} devices", Hours(runs.Devices));
            yield return ($"{body} lost", [.. runs.LostFeesAndFines.Select(x => (float)(x / 1e5))]);
            yield return ($"{body} income", [.. runs.IncomeNotYetCollected.Select(x => (float)(x / 1e5))]);
            yield return ($"{body} service days", [.. runs.DaysLost.Select(x => (float)x)]);
            foreach (var layer in runs.Curve) yield return ($"{body} curve", layer);
        }

        // Euro at rates of some tens an hour, back to about hours.
        static float[] Hours(double[] euro) => [.. euro.Select(e => (float)(e / 100))];
    }
}
