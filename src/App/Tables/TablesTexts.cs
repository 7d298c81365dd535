using System.Resources;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables;

/// <summary>Marks the resources of the feature.</summary>
public sealed class TablesTexts
{
    private static readonly ResourceManager Manager = new(typeof(TablesTexts));

    /// <summary>In the language of the request.</summary>
    public static string Get(string key, params object[] arguments) => In(TableLanguage.Current, key, arguments);

    public static string In(TableLanguage language, string key, params object[] arguments) => Find(language, key) is { } text
        ? arguments.Length == 0 ? text : string.Format(language.Culture, text, arguments)
        : throw new MissingManifestResourceException($"No text {key}.");

    public static string? Find(TableLanguage language, string key) => Manager.GetString(key, language.Culture);
}
