namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>Marks the resources of consents and relations.</summary>
public sealed class ConsentTexts
{
    public static string Get(string key) => TextsOf<ConsentTexts>.Get(key);
}
