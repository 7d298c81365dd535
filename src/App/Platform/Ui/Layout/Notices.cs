namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>What every page says about the installation.</summary>
/// <param name="Demonstration">What is entered here is gone at the end.</param>
public sealed record Notices(bool Demonstration);
