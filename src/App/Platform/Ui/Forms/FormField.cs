using Microsoft.AspNetCore.Components;

namespace ResilienceMonitor.Platform.Ui.Forms;

/// <summary>What every field has: name, label, hint, and the error it finds by its name in the errors of its form.</summary>
public abstract class FormField : ComponentBase
{
    /// <summary>Name in the posted form, such as <c>Input.Hours</c>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Help below the label, one sentence.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What stands in the field: what was typed, even when it cannot be read.</summary>
    [Parameter] public string? Value { get; set; }

    /// <summary>Marks the field as optional; fields are required unless they say so.</summary>
    [Parameter] public bool Optional { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>Own error, if it does not come from the form.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Only needed when two forms on a page have a field of the same name.</summary>
    [Parameter] public string? Id { get; set; }

    [CascadingParameter] private FormState? Form { get; set; }

    protected string FieldId => Id ?? IdOf(Name);

    protected string? Message => Error ?? Form?.Errors[Name];

    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is { Length: > 0 } ? $"{FieldId}-hint" : null, Message is null ? null : $"{FieldId}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    protected string? Invalid => Message is null ? null : "true";

    protected override void OnParametersSet() => Form?.Name(Name, Label);

    /// <summary>Id of the field with this name; the error summary links to it.</summary>
    internal static string IdOf(string name) => "field-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
