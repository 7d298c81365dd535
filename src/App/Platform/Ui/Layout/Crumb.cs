namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>A page above the current one in the breadcrumb.</summary>
public sealed record Crumb(string Text, string Href);
