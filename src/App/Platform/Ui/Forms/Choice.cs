namespace ResilienceMonitor.Platform.Ui.Forms;

/// <summary>One possibility of a select, a group of radio buttons or of checkboxes.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
