namespace ResilienceMonitor.Platform.Ui.Forms;

/// <summary>What is wrong with one field, in a sentence that says what to do.</summary>
public sealed record FieldError(string Field, string Message);
