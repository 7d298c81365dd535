using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Bodies;

/// <summary>Marks the resources of the feature.</summary>
public sealed class BodiesTexts
{
    public static string Get(string key) => TextsOf<BodiesTexts>.Get(key);
}
