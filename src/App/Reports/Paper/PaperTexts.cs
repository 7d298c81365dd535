using System.Globalization;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>What a council paper says. Usage differs from state to state, so the sentences are data.</summary>
public sealed class PaperTexts(ReferenceData reference)
{
    private readonly IReadOnlyDictionary<string, PaperText> texts = reference.Read<PaperText>("council-paper").Entries;

    /// <summary>The sentence in the language of the request, with its values.</summary>
    public string this[string key, params object[] values] => string.Format(CultureInfo.CurrentCulture, texts[key].Text.ToString(), values);
}

/// <summary>A sentence of the paper.</summary>
/// <param name="Text">In both languages; values stand in braces.</param>
/// <param name="Basis">Where what it claims comes from; null: it claims nothing.</param>
public sealed record PaperText(LocalText Text, IReadOnlyDictionary<string, string>? Basis = null);
