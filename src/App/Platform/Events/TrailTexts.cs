namespace ResilienceMonitor.Platform.Events;

/// <summary>Marks the resources of the trail.</summary>
public sealed class TrailTexts
{
    public static string Get(string key) => TextsOf<TrailTexts>.Get(key);

    /// <summary>Null: there is no such text.</summary>
    public static string? Find(string key) => TextsOf<TrailTexts>.Find(key);
}
