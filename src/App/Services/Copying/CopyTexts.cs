using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Services.Copying;

/// <summary>Marks the resources of taking over from another service.</summary>
public sealed class CopyTexts
{
    public static string Get(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, TextsOf<CopyTexts>.Get(key), arguments);
}
