using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>How many services of a body are in each state at an hour, on average over the runs; every service counts alike.</summary>
/// <param name="Services">Number of its services.</param>
/// <param name="Shares">Share of them in each <see cref="ServiceState"/>; together 1, or nothing for a body without services.</param>
public sealed record BodyLevel(int Services, IReadOnlyList<double> Shares)
{
    public static BodyLevel At(BodyResult result, double hour)
    {
        var all = result.Services.Select(s => StripShape.At(s.States, hour)).ToList();
        return new(all.Count, [.. Enum.GetValues<ServiceState>().Select(state => all.Count == 0 ? 0 : all.Average(s => s[(int)state]))]);
    }

    /// <summary>Number of services in a state.</summary>
    public int Count(ServiceState state) => (int)Math.Round(Shares[(int)state] * Services);

    /// <summary>True if more than half of the services deliver nothing.</summary>
    public bool MostlyStopped => Shares[(int)ServiceState.Stopped] > 0.5;
}
