namespace ResilienceMonitor.Platform.Ui.Parts;

/// <summary>One of several views of the same thing, each with its own address.</summary>
public sealed record TabLink(string Text, string Href, bool Current);
