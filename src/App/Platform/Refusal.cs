using System.Globalization;
using System.Resources;

namespace ResilienceMonitor.Platform;

/// <summary>A rule says no: a stable code, and a sentence that stands in the feature's resources under that code.</summary>
public sealed class Refusal
{
    private readonly ResourceManager texts;
    private readonly object[] arguments;

    private Refusal(string code, ResourceManager texts, object[] arguments) => (Code, this.texts, this.arguments) = (code, texts, arguments);

    public string Code { get; }

    /// <summary>The sentence in the language of the current request.</summary>
    public string Sentence => string.Format(
        CultureInfo.CurrentCulture,
        texts.GetString(Code, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text for the refusal {Code}."),
        arguments);

    public static Refusal Of<TTexts>(string code, params object[] arguments) => new(code, new ResourceManager(typeof(TTexts)), arguments);

    public override string ToString() => Code;
}
