using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Whatever is handed in is answered or refused in words: never a hang, never a wrong number.</summary>
public sealed class ExtremeInputTests
{
    private const double Huge = 1e15;

    [Fact]
    public void A_network_with_a_million_resources_is_refused_before_anything_is_built()
    {
        var resources = Enumerable.Repeat(Resource("a"), 1_000_000).ToArray();
        var problem = Assert.Single(RegionCheck.FindProblems(Region(Team(1), resources)));
        Assert.Equal((RegionProblemKind.TooLarge, "Resources of the region: 1000000; allowed: up to 500000."), (problem.Kind, problem.Detail));
        Assert.Contains("1000000", Assert.Throws<ArgumentException>(() => Run(Region(Team(1), resources), Damage())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_bodies_and_needs_have_limits_too()
    {
        Assert.StartsWith("Services", TooLarge(Region(Body(Team(1), [], [.. Enumerable.Repeat(Service("s"), InputLimits.Services + 1)]))), StringComparison.Ordinal);
        Assert.StartsWith("Bodies", TooLarge(Region([.. Enumerable.Repeat(Body(Team(1), []), InputLimits.Bodies + 1)])), StringComparison.Ordinal);
        NeedGroupInput[] groups = [.. Enumerable.Repeat(OneOf([.. Enumerable.Repeat(("a", 1.0), InputLimits.Alternatives)]), 1_000)];
        Assert.StartsWith("Members", TooLarge(Region(Team(1), [Resource("a")], [.. Enumerable.Repeat(Service("s", groups), 21)])), StringComparison.Ordinal);

        static string TooLarge(RegionInput region) => Assert.Single(RegionCheck.FindProblems(region), p => p.Kind == RegionProblemKind.TooLarge).Detail;
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.1, double.PositiveInfinity)]
    public void A_thousand_alternatives_are_answered(double capacity, double own)
    {
        // Of a thousand like applications one is enough, if it is as good as the normal one; with each at a tenth normal capacity is that tenth.
        var (region, keys) = Alternatives(InputLimits.Alternatives, capacity);
        Assert.Empty(RegionCheck.FindProblems(region, Damage(keys)));
        var service = Run(region, Damage(keys), new() { Runs = 3 }).ServiceOf("s");
        Assert.Equal(own, service.Own.P50);
        Assert.Equal(capacity >= 0.5 ? 1 : double.PositiveInfinity, service.Emergency.P50);
        Assert.Equal(1, service.First.P50);
    }

    [Fact]
    public void Ten_thousand_alternatives_are_refused_in_words()
    {
        var problem = Assert.Single(RegionCheck.FindProblems(Alternatives(10_000, 1).Region));
        Assert.Equal("Number of members of a group of town/s is 10000; allowed: 1 to 1000.", problem.Detail);
    }

    [Fact]
    public void Durations_of_zero_mean_at_once()
    {
        var region = Region(Team(1), [Resource("a"), Resource("b", needs: Need("a"))], Service("s", Need("b")));
        var result = Run(region, Hit(HitKind.Damaged, [Ref("g")], "a", "b") with { Gates = [Gate("g", 0)], Slip = Distribution.Fixed(0) }, new() { Runs = 3 });
        var service = result.ServiceOf("s");
        Assert.All([service.First, service.Emergency, service.Own, service.Cleared], band => Assert.Equal((0, 0, 0), (band.P10, band.P50, band.P90)));
        Assert.Equal((0, 0), (service.DaysLost.Mean, service.UndoneCaseDays.Mean));
    }

    [Fact]
    public void Durations_without_end_cannot_be_written()
    {
        foreach (var wrong in new[] { double.PositiveInfinity, double.NegativeInfinity, double.NaN })
        {
            Assert.Throws<ArgumentException>(() => Distribution.Fixed(wrong));
            Assert.Throws<ArgumentException>(() => Distribution.Triangular(0, 1, wrong));
            Assert.Throws<ArgumentException>(() => Distribution.Pert(0, 1, wrong));
            Assert.Throws<ArgumentException>(() => Distribution.LogNormal(wrong, 1));
            Assert.Throws<ArgumentException>(() => Distribution.LogNormal(1, wrong));
        }

        Assert.Contains("RestoreWork", Assert.Single(RegionCheck.FindProblems(Region(Team(1), [Resource("a") with { RestoreWork = Distribution.LogNormal(1, 100) }]))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_durations_there_are_end_beyond_the_horizon()
    {
        var work = Resource("a", work: Huge, waiting: Huge) with { BackupUsable = 0, RebuildFactor = 1e12 };
        var outage = Hit(HitKind.Damaged, [Ref("g")], "a") with { Gates = [Gate("g", Huge) with { SlipExponent = 10 }], Slip = Distribution.Fixed(Huge) };
        var region = Region(Team(1) with { CostPerHour = 1e12 }, [work], Service("s", Need("a")) with { CasesPerWeek = 1e12, LossPerCaseDay = 1e12 });
        Assert.Empty(RegionCheck.FindProblems(region, outage));
        var result = Run(region, outage, new() { Runs = 3 });
        var service = result.ServiceOf("s");
        Assert.All([service.First, service.Own, service.Cleared], band => Assert.Equal(double.PositiveInfinity, band.P10));
        Assert.Equal(OutageSimulation.Horizon / 24, service.DaysLost.Mean, 3);
        Assert.All((Estimate[])[result.Total.Cost.Staff, result.Total.Cost.LostFeesAndFines, service.UndoneCaseDays], e => Assert.True(double.IsFinite(e.Mean) && double.IsFinite(e.StandardError)));
    }

    [Theory]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(InputLimits.People, 0.0001)]
    public void Nobody_restores_nothing_and_very_many_restore_at_once(int people, double own)
    {
        var region = Region(Team(people), [Resource("a", work: 1, people: InputLimits.People)], Service("s", Need("a")));
        Assert.Equal(own, Run(region, Damage("a")).ServiceOf("s").Own.P50, 6);
    }

    [Fact]
    public void More_people_than_there_can_be_are_refused()
    {
        var region = Region(Team(int.MaxValue, Help("h", int.MaxValue, 0)), [Resource("a", people: int.MaxValue)]);
        Assert.Equal(["People of town/", "People of town/h", "MaxPeople of town/a"], RegionCheck.FindProblems(region).Select(p => p.Detail.Split(" is ")[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(InputLimits.Runs + 1)]
    public void Runs_out_of_range_are_refused_in_words(int runs) =>
        Assert.StartsWith($"Runs is {runs}; allowed: 1 to 1000000.", Assert.Throws<ArgumentException>(() => Run(Region(Team(1), [Resource("a")]), Damage("a"), new() { Runs = runs })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Threads_out_of_range_are_refused_in_words(int threads) =>
        Assert.StartsWith($"Threads is {threads}; allowed: 1 to 1024.", Assert.Throws<ArgumentException>(() => Run(Region(Team(1), [Resource("a")]), Damage("a"), new() { Threads = threads })).Message, StringComparison.Ordinal);

    private static (RegionInput Region, string[] Keys) Alternatives(int count, double capacity)
    {
        var keys = Enumerable.Range(0, count).Select(i => $"r{i}").ToArray();
        return (Region(Team(1), [.. keys.Select(k => Resource(k, work: 1))], Service("s", OneOf([.. keys.Select(k => (k, capacity))]))), keys);
    }
}
