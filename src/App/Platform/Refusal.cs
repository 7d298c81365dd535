using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace ResilienceMonitor.Platform;

/// <summary>A rule says no: a stable code, and a sentence that stands in the feature's resources under that code.</summary>
public sealed record Refusal(string Code, Type Texts, params object[] Arguments)
{
    private static readonly ConcurrentDictionary<Type, ResourceManager> Managers = new();

    public static Refusal Of<TTexts>(string code, params object[] arguments) => new(code, typeof(TTexts), arguments);

    /// <summary>The sentence in the language of the current request.</summary>
    public string Sentence
    {
        get
        {
            var manager = Managers.GetOrAdd(Texts, t => new ResourceManager(t));
            var text = manager.GetString(Code, CultureInfo.CurrentUICulture)
                ?? throw new MissingManifestResourceException($"No text for the refusal {Code}.");
            return string.Format(CultureInfo.CurrentCulture, text, Arguments);
        }
    }
}
