using ResilienceMonitor.Lab.PowerCut;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Durability;

/// <summary>The short form of <c>lab powercut</c>: the power of the real application is cut at some points of a recording.</summary>
public sealed class PowerCutTests
{
    private const int Seed = 2026;
    private const string NoTracer = "strace is not installed, so the calls to the disk cannot be recorded.";

    [Fact]
    public async Task A_power_cut_loses_nothing_that_was_acknowledged()
    {
        Assert.SkipWhen(Recording.Tracer is null, NoTracer);
        var result = await new PowerCutTrial(Seed, flaw: null).Run(states: 80, changes: 32, TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        Assert.Equal(80, result.Passed);
        Assert.True(result.Flushes > 32, "Almost nothing was recorded.");
    }

    [Fact]
    public async Task A_weakened_setting_is_caught()
    {
        Assert.SkipWhen(Recording.Tracer is null, NoTracer);
        var result = await new PowerCutTrial(Seed, Flaw.SynchronousNormal).Run(states: 40, changes: 24, TestContext.Current.CancellationToken);
        Assert.NotEmpty(result.Failures);
    }
}
