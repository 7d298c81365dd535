namespace ResilienceMonitor.Platform.Api;

/// <summary>Marks the resources of the interface for programs.</summary>
public sealed class ApiTexts
{
    public static string Get(string key) => TextsOf<ApiTexts>.Get(key);

    public static string? Find(string key) => TextsOf<ApiTexts>.Find(key);
}
