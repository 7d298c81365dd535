namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>One line of <c>GainBars</c>: service days a measure gains on average, and the range of it.</summary>
/// <param name="Label">Name of the measure.</param>
/// <param name="Days">Mean; below zero it makes things worse.</param>
/// <param name="Low">Lower end of the range.</param>
/// <param name="High">Upper end of the range.</param>
/// <param name="Words">Own wording; the range in words unless given.</param>
/// <param name="Href">Its page, if any.</param>
public sealed record GainRow(string Label, double Days, double Low, double High, string? Words = null, string? Href = null);
