namespace ResilienceMonitor.Platform.Ui.Forms;

/// <summary>What a form and its fields share: the errors, and the label of each field, so that the summary can name it.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);

    public FieldErrors Errors { get; set; } = [];

    /// <summary>It searches or chooses; that its fields may stay empty goes without saying.</summary>
    public bool IsQuery { get; init; }

    public string? LabelOf(string field) => labels.GetValueOrDefault(field);

    public void Name(string field, string label) => labels[field] = label;
}
