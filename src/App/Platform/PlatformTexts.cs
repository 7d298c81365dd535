namespace ResilienceMonitor.Platform;

/// <summary>Marks the resources <c>PlatformTexts.resx</c> (German) and <c>PlatformTexts.en.resx</c>.</summary>
public sealed class PlatformTexts
{
    public static string Get(string key) => TextsOf<PlatformTexts>.Get(key);
}
