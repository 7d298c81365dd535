using System.Globalization;
using System.Resources;

namespace ResilienceMonitor.Platform;

/// <summary>Marks the resources <c>PlatformTexts.resx</c> (German) and <c>PlatformTexts.en.resx</c>.</summary>
public sealed class PlatformTexts
{
    private static readonly ResourceManager Manager = new(typeof(PlatformTexts));

    public static string Get(string key) =>
        Manager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text {key}.");
}
