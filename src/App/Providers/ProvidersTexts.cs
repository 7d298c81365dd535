using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Providers;

/// <summary>Marks the resources of the feature.</summary>
public sealed class ProvidersTexts
{
    public static string Get(string key, params object[] arguments) =>
        arguments.Length == 0 ? TextsOf<ProvidersTexts>.Get(key) : string.Format(CultureInfo.CurrentCulture, TextsOf<ProvidersTexts>.Get(key), arguments);
}
