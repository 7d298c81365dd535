using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Measures;

/// <summary>Marks the resources of the feature.</summary>
public sealed class MeasuresTexts
{
    public static string Get(string key) => TextsOf<MeasuresTexts>.Get(key);
}
