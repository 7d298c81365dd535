using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>One service of the heat strip.</summary>
/// <param name="Label">Name of the service.</param>
/// <param name="States">How likely it is in each state over time.</param>
/// <param name="Words">The same in one sentence, such as "steht 2 bis 9 Wochen still".</param>
/// <param name="Href">Its page, if any.</param>
/// <param name="LimitHours">How long an outage is tolerable (MTPD); marked in the strip.</param>
public sealed record StripRow(string Label, ServiceStates States, string Words, string? Href = null, double? LimitHours = null);
