using System.Globalization;
using System.Resources;

namespace ResilienceMonitor.Platform.Ui;

/// <summary>Marks the resources <c>UiTexts.resx</c> (German) and <c>UiTexts.en.resx</c>; components take them through <c>IStringLocalizer</c>.</summary>
public sealed class UiTexts
{
    private static readonly ResourceManager Manager = new(typeof(UiTexts));

    /// <summary>For what is no component and has no services, such as <see cref="Words.Say"/>.</summary>
    public static string Get(string key) =>
        Manager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text {key}.");

    public static string Get(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, Get(key), arguments);
}
