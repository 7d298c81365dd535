using System.Globalization;
using System.Resources;

namespace ResilienceMonitor.Platform;

/// <summary>Texts of a feature outside a page: command line and refusals. Pages inject <c>IStringLocalizer</c> on the same resources.</summary>
public static class TextsOf<T>
{
    private static readonly ResourceManager Manager = new(typeof(T));

    /// <summary>Null: there is no such text.</summary>
    public static string? Find(string key) => Manager.GetString(key, CultureInfo.CurrentUICulture);

    public static string Get(string key) =>
        Find(key) ?? throw new MissingManifestResourceException($"No text {key} in {typeof(T).Name}.");
}
