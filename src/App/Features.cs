using ResilienceMonitor.Bodies;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor;

/// <summary>The features in their fixed order, which is the reading order: each may use those above it.</summary>
public static class Features
{
    public static IReadOnlyList<string> Order { get; } = ["Platform", "Bodies", "Services", "Scenarios", "Measures", "Forecasts", "Overview"];

    public static IReadOnlyList<IVerb> Verbs { get; } = [new ServeVerb()];

    public static void Add(IServiceCollection services) => services
        .AddBodies()
        .AddOverview();
}
