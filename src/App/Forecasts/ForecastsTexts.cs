using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts;

/// <summary>Marks the resources of the feature.</summary>
public sealed class ForecastsTexts
{
    public static string Get(string key) => TextsOf<ForecastsTexts>.Get(key);
}
