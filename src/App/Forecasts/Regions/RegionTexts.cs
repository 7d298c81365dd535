using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>Marks the resources of the region page.</summary>
public sealed class RegionTexts
{
    public static string Get(string key, params object[] arguments) =>
        arguments.Length == 0 ? TextsOf<RegionTexts>.Get(key) : string.Format(CultureInfo.CurrentCulture, TextsOf<RegionTexts>.Get(key), arguments);

    /// <summary>The text for one, or for another number (<c>key.one</c>, <c>key.many</c>).</summary>
    public static string Count(string key, int number) => Get(number == 1 ? $"{key}.one" : $"{key}.many", number);
}
