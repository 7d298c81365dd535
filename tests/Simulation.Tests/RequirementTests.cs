using ResilienceMonitor.Simulation.Inputs;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class RequirementTests
{
    [Fact]
    public void A_resource_inherits_the_least_over_everything_that_depends_on_it()
    {
        // b is needed by s1 (RTO 20, RPO 8) and through a by s2 (RTO 10, level 0.9). Cases: s1 5 + s2 7.
        var requirement = Of(
            "b",
            [Resource("a", needs: Need("b")), Resource("b")],
            Service("s1", Need("b")) with { Rto = 20, Rpo = 8, CasesPerWeek = 5 },
            Service("s2", Need("a")) with { Rto = 10, EmergencyLevel = 0.9, CasesPerWeek = 7 });

        Assert.Equal((10, 8, 0.9, 12), (requirement.RequiredTime, requirement.RequiredDataLoss, requirement.EmergencyLevel, requirement.CasesPerWeek));
        Assert.Equal([Ref("b"), Ref("a"), Ref("s2")], requirement.Path);
        Assert.False(requirement.Overridden);
    }

    [Fact]
    public void Equal_times_are_explained_by_the_smaller_key()
        => Assert.Equal(
            [Ref("b"), Ref("s1")],
            Of("b", [Resource("b")], Service("s2", Need("b")) with { Rto = 10 }, Service("s1", Need("b")) with { Rto = 10 }).Path);

    [Fact]
    public void An_override_replaces_the_derived_time_and_is_passed_on()
    {
        var resources = new[] { Resource("a", needs: Need("b")) with { RequiredTimeOverride = 4 }, Resource("b") };
        var service = Service("s", Need("a")) with { Rto = 10 };

        Assert.Equal((4, true), (Of("a", resources, service).RequiredTime, Of("a", resources, service).Overridden));
        Assert.Empty(Of("a", resources, service).Path);
        Assert.Equal(4, Of("b", resources, service).RequiredTime);
        Assert.Equal([Ref("b"), Ref("a")], Of("b", resources, service).Path);
    }

    [Theory]
    [InlineData(0.5, double.PositiveInfinity)] // b alone reaches the level 0.5, so nothing is asked of a
    [InlineData(0.7, 10)] // b does not reach 0.7
    public void An_alternative_inherits_only_if_no_other_reaches_the_emergency_level(double level, double required)
    {
        var requirement = Of("a", [Resource("a"), Resource("b")], Service("s", OneOf(("a", 1), ("b", 0.6))) with { Rto = 10, EmergencyLevel = level, CasesPerWeek = 3 });

        Assert.Equal(required, requirement.RequiredTime);
        Assert.Equal(3, requirement.CasesPerWeek); // cases count over alternatives too
    }

    [Fact]
    public void A_service_counts_once_however_many_ways_lead_to_it()
        => Assert.Equal(5, Of("c", [Resource("a", needs: Need("c")), Resource("b", needs: Need("c")), Resource("c")], Service("s", Need("a"), Need("b")) with { CasesPerWeek = 5 }).CasesPerWeek);

    [Fact]
    public void Prerequisites_pass_the_time_on_but_not_the_data()
    {
        var requirement = Of(
            "tool",
            [Resource("a") with { Prerequisites = [Need("tool")] }, Resource("tool")],
            Service("s", Need("a")) with { Rto = 10, Rpo = 1 });

        Assert.Equal((10, double.PositiveInfinity), (requirement.RequiredTime, requirement.RequiredDataLoss));
    }

    [Fact]
    public void Resources_nothing_depends_on_have_no_requirement()
        => Assert.Equal(["b"], Requirements.Propagate(Region(Team(1), [Resource("a"), Resource("b")], Service("s", Need("b")))).Select(r => r.Resource.Key));

    [Fact]
    public void An_invalid_region_is_refused()
        => Assert.Throws<ArgumentException>(() => Requirements.Propagate(Region(Team(1), [Resource("a", needs: Need("x"))])));

    private static Requirement Of(string key, ResourceInput[] resources, params ServiceInput[] services)
        => Requirements.Propagate(Region(Team(1), resources, services)).Single(r => r.Resource == Ref(key));
}
