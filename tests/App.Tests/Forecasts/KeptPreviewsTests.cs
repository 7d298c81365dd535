using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

public sealed class KeptPreviewsTests
{
    [Fact]
    public void What_was_asked_for_longest_ago_makes_room()
    {
        var (previews, made) = (new KeptPreviews(), new List<string>());
        for (var i = 0; i < Limits.KeptPreviews; i++) Ask($"town{i}");
        Ask("town0");
        Ask("one more");
        Ask("town0");
        Assert.Equal(Limits.KeptPreviews + 1, made.Count);
        Ask("town1");
        Assert.Equal(["one more", "town1"], made[^2..]);

        void Ask(string inputs) => previews.Of(inputs, () =>
        {
            made.Add(inputs);
            return KeptSimulation.Run(new() { Bodies = [] }, new(), new RunOptions { Runs = 1 });
        });
    }
}
