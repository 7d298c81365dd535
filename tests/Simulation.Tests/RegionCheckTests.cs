using ResilienceMonitor.Simulation.Inputs;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class RegionCheckTests
{
    [Fact]
    public void A_sound_region_has_no_problems()
        => Assert.Empty(RegionCheck.FindProblems(Region(Team(1), [Resource("a"), Resource("b", needs: Need("a"))], Service("s", Need("b"))), Damage("a")));

    [Fact]
    public void A_cycle_of_needs_is_named_as_a_path()
    {
        var region = Region(Team(1), [Resource("a", needs: Need("c")), Resource("b", needs: Need("a")), Resource("c", needs: Need("b"))]);
        var problem = Assert.Single(RegionCheck.FindProblems(region));

        Assert.Equal(RegionProblemKind.Cycle, problem.Kind);
        Assert.Equal([Ref("a"), Ref("c"), Ref("b")], problem.Path);
        Assert.Equal("town/a waits for town/c waits for town/b waits for town/a.", problem.Detail);
    }

    [Fact]
    public void A_resource_that_needs_itself_is_a_cycle()
        => Assert.Equal([Ref("a")], Assert.Single(RegionCheck.FindProblems(Region(Team(1), [Resource("a", needs: Need("a"))]))).Path);

    [Fact]
    public void A_cycle_may_run_over_prerequisites_hits_and_gates()
    {
        // a waits for gate g (it is hit), g for gate h, h for b to be available, b for a as prerequisite.
        var region = Region(Team(1), [Resource("a"), Resource("b") with { Prerequisites = [Need("a")] }]);
        var outage = Hit(HitKind.Damaged, [Ref("g")], "a") with { Gates = [Gate("g", 1, Ref("h")), Gate("h", 1) with { AfterResources = [Ref("b")] }] };
        var problem = Assert.Single(RegionCheck.FindProblems(region, outage));

        Assert.Equal([Ref("a"), Ref("g"), Ref("h"), Ref("b")], problem.Path);
        Assert.Empty(RegionCheck.FindProblems(region));
    }

    [Fact]
    public void A_chain_of_ten_thousand_is_no_problem_and_can_be_simulated()
    {
        // Each of 10,000 resources needs the one before; work 1 h each for one person: the last is up at 10,000. Listed backwards, so that numbering has to turn it.
        var resources = Enumerable.Range(0, 10_000).Select(i => i == 0 ? Resource("r0", work: 1) : Resource($"r{i}", work: 1, needs: Need($"r{i - 1}"))).Reverse().ToArray();
        var region = Region(Team(1), resources, Service("s", Need("r9999")));

        Assert.Empty(RegionCheck.FindProblems(region));
        Assert.Equal(10_000, Run(region, Damage([.. resources.Select(r => r.Key)])).Up("r9999"));
    }

    [Fact]
    public void A_deep_cycle_is_found_without_a_deep_stack()
    {
        var resources = Enumerable.Range(0, 10_000).Select(i => Resource($"r{i}", needs: Need($"r{(i + 1) % 10_000}"))).ToArray();

        Assert.Equal(10_000, Assert.Single(RegionCheck.FindProblems(Region(Team(1), resources))).Path.Count);
    }

    [Fact]
    public void Unknown_references_are_named_from_and_to()
    {
        var region = Region(
            Team(1),
            [Resource("a", needs: Need("nothing"))],
            Service("s", Need("missing")) with { Substitutes = [Substitute("x", 1, 1) with { Partner = Ref("s", "nowhere") }] });
        var outage = Hit(HitKind.Damaged, [Ref("no gate")], "lost") with { Gates = [Gate("g", 1, Ref("h")) with { AfterResources = [Ref("gone")], DetectedBy = ["nobody"] }] };
        var problems = RegionCheck.FindProblems(region, outage).Where(p => p.Kind == RegionProblemKind.UnknownReference).Select(p => p.Path[^1].ToString());

        Assert.Equal(["town/nothing", "town/missing", "nowhere/s", "town/h", "town/gone", "nobody/", "town/lost", "town/no gate"], problems);
    }

    [Fact]
    public void Keys_that_occur_twice_are_named()
    {
        var body = Body(Team(1, Help("h", 1, 1), Help("h", 1, 1)), [Resource("a"), Resource("a")], Service("s"), Service("s"));
        var outage = new OutageInput { Gates = [Gate("g", 1), Gate("g", 1)], Hits = [new() { Key = Ref("x"), Groups = [new() { Key = Ref("x") }] }] };
        var problems = RegionCheck.FindProblems(Region(body, body), outage);

        Assert.All(problems, p => Assert.Equal(RegionProblemKind.DuplicateKey, p.Kind));
        Assert.Equal(
            ["town/h", "town/a", "town/s", "town/", "town/h", "town/a", "town/s", "town/g", "town/x"],
            problems.Select(p => p.Path[0].ToString()));
    }

    public static TheoryData<string, ResourceInput> WrongResources => new()
    {
        { "MaxPeople", Resource("a") with { MaxPeople = 0 } },
        { "Batches", Resource("a") with { Batches = 21 } },
        { "Batches", Resource("a") with { Batches = 0 } },
        { "BackupUsable", Resource("a") with { BackupUsable = 1.1 } },
        { "RebuildFactor", Resource("a") with { RebuildFactor = 0.5 } },
        { "RestartFailure", Resource("a") with { RestartFailure = -0.1 } },
        { "RestartRepeat", Resource("a") with { RestartRepeat = double.NaN } },
        { "DataLossHours", Resource("a") with { DataLossHours = -1 } },
        { "RestoreWork", Resource("a", work: -1) },
        { "Waiting", Resource("a") with { Waiting = Distribution.Triangular(-1, 0, 5) } },
        { "RequiredTimeOverride", Resource("a") with { RequiredTimeOverride = -1 } },
        { "Capacity", Resource("a") with { Needs = [Need("b", 0)] } },
        { "Capacity", Resource("a") with { Needs = [Need("b", 1.01)] } },
        { "members", Resource("a") with { Needs = [new([])] } },
    };

    [Theory]
    [MemberData(nameof(WrongResources), DisableDiscoveryEnumeration = true)]
    public void A_resource_out_of_range_is_named(string what, ResourceInput resource)
    {
        var problems = RegionCheck.FindProblems(Region(Team(1), [resource, Resource("b")]));

        Assert.All(problems, p => Assert.Equal(RegionProblemKind.OutOfRange, p.Kind));
        Assert.Contains(problems, p => p.Path[0] == Ref("a") && p.Detail.Contains(what, StringComparison.Ordinal));
    }

    public static TheoryData<string, ServiceInput> WrongServices => new()
    {
        { "CasesPerWeek", Service("s") with { CasesPerWeek = -1 } },
        { "EmergencyLevel", Service("s") with { EmergencyLevel = 0 } },
        { "EmergencyLevel", Service("s") with { EmergencyLevel = 1.5 } },
        { "Mtpd", Service("s") with { Mtpd = -1 } },
        { "ExtraCapacity", Service("s") with { ExtraCapacity = double.NaN } },
        { "ExpiryAge", Service("s") with { ExpiryAge = -1 } },
        { "Capacity of x", Service("s") with { Substitutes = [Substitute("x", 1, 1.2)] } },
        { "Start of x", Service("s") with { Substitutes = [Substitute("x", -1, 1)] } },
        { "RekeyShare of x", Service("s") with { Substitutes = [Substitute("x", 1, 1) with { RekeyShare = 2 }] } },
        { "Due hour 1 of pay", Service("s") with { Deadlines = [new() { Key = "pay", Lead = 1, Due = [[5, 4]] }] } },
        { "Lead of pay", Service("s") with { Deadlines = [new() { Key = "pay", Lead = -1, Due = [[5]] }] } },
    };

    [Theory]
    [MemberData(nameof(WrongServices), DisableDiscoveryEnumeration = true)]
    public void A_service_out_of_range_is_named(string what, ServiceInput service)
        => Assert.Contains(what, Assert.Single(RegionCheck.FindProblems(Region(Team(1), [], service))).Detail, StringComparison.Ordinal);

    [Fact]
    public void Teams_and_outages_out_of_range_are_named()
    {
        var team = Team(-1, Help("h", -1, -1, -1)) with { ShareAbsent = 2, WorkHours = [] };
        var outage = new OutageInput
        {
            Starts = 0,
            Slip = Distribution.Fixed(-1),
            Gates = [Gate("g", -1) with { SlipExponent = -1 }],
            Hits = [new() { Key = Ref("x"), Chance = 2, Members = [new(Ref("a"), (HitKind)9, -1, []), new(Ref("a"), HitKind.Damaged, 0.5, [], 0.6)] }],
        };
        var details = RegionCheck.FindProblems(Region(team, [Resource("a")]), outage).Select(p => p.Detail.Split(" is ")[0]).Distinct();

        Assert.Equal(
            [
                "People of town/", "ShareAbsent of town/", "Number of work calendars of town/", "People of town/h", "Stay of town/h", "Delay of town/h",
                "Starts of /outage", "Slip of /outage", "Duration of town/g", "SlipExponent of town/g", "Chance of town/x", "Chance of town/a of town/x", "Kind of town/a of town/x",
                "Chance of town/a at the greatest severity of town/x",
            ],
            details);
    }

    [Fact]
    public void At_most_200_problems_are_told()
        => Assert.Equal(200, RegionCheck.FindProblems(Region(Team(1), [.. Enumerable.Range(0, 300).Select(i => Resource($"r{i}", work: -1))])).Count);

    [Fact]
    public void An_invalid_input_is_refused_with_its_first_problem()
    {
        var wrong = Assert.Throws<ArgumentException>(() => Run(Region(Team(1), [Resource("a", needs: Need("a"))]), new()));
        Assert.Contains("town/a waits for town/a", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var region = Region(Team(1), [Resource("a")]);
        foreach (var options in new RunOptions[]
        {
            new() { Runs = 0 },
            new() { Runs = 1_000_001 },
            new() { Threads = 0 },
            new() { Dispatch = DispatchMode.StrictList },
            new() { RestartOrder = [Ref("b")] },
            new() { RestartOrder = [Ref("a"), Ref("a")] },
        })
        {
            Assert.Throws<ArgumentException>(() => Run(region, new(), options));
        }
    }
}
