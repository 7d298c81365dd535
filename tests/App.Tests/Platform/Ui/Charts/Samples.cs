using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Charts;

/// <summary>Small results made by hand: everything stops at once and comes back in straight lines.</summary>
internal static class Samples
{
    public static readonly double[] Hours = [0, 24, 72, 168, 336, 672, 1344, 2688, 8760];

    public static CapabilityCurve Curve(double first = 168, double own = 672, double cleared = 1344) => new()
    {
        Hours = Hours,
        First = Band(first),
        Own = Band(own),
        Cleared = Band(cleared),
    };

    public static ServiceStates States(double stopped = 168, double substitute = 672, double backlog = 1344) => new(
        Hours,
        [.. Hours.Select(h => h < stopped ? 1.0 : 0.0)],
        [.. Hours.Select(h => h >= stopped && h < substitute ? 1.0 : 0.0)],
        [.. Hours.Select(h => h >= substitute && h < backlog ? 1.0 : 0.0)],
        [.. Hours.Select(h => h >= backlog ? 1.0 : 0.0)]);

    private static CurveBand Band(double full) => new(Rise(full * 1.5), Rise(full), Rise(full * 0.5));

    private static double[] Rise(double full) => [.. Hours.Select(h => Math.Min(1, h / full))];
}
