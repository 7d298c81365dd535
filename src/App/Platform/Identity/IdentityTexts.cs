namespace ResilienceMonitor.Platform.Identity;

/// <summary>Marks the resources of accounts and sign-in.</summary>
public sealed class IdentityTexts
{
    public static string Get(string key) => TextsOf<IdentityTexts>.Get(key);
}
