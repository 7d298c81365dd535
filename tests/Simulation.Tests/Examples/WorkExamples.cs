using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests.Examples;

/// <summary>People at work: parts, windows, help. Every example is solved by hand.</summary>
public sealed class WorkExamples
{
    [Fact]
    public void One_person_works_and_then_the_waiting_time_passes()
    {
        // 0 + 10 h work + 5 h waiting = 15.
        var result = Run(Region(Team(1), [Resource("a", work: 10, waiting: 5)], Service("s", Need("a"))), Damage("a"));

        Assert.Equal(15, result.Up("a"));
        Assert.Equal(15, result.ServiceOf("s").Own.P50);
        Assert.Equal(1, result.ResourceOf("a").ChanceHit);
    }

    [Fact]
    public void Work_is_cut_into_equal_parts_and_the_last_one_counts()
    {
        // 12 person-hours as 3 parts of 4 h; two people: 0-4, 0-4, 4-8.
        var result = Run(Region(Team(2), [Resource("a", work: 12, people: 3)]), Damage("a"));

        Assert.Equal(8, result.Up("a"));
    }
}
