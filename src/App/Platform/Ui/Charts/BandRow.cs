using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>One line of <c>BandBars</c>: how long something takes, and how long it may take.</summary>
/// <param name="Label">Name of the service.</param>
/// <param name="Band">The time it takes.</param>
/// <param name="LimitHours">How long is tolerable (MTPD).</param>
/// <param name="Words">Own wording; the band in words unless given.</param>
/// <param name="Href">Its page, if any.</param>
public sealed record BandRow(string Label, TimeBand Band, double? LimitHours = null, string? Words = null, string? Href = null);
