namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Marks the resources of signing in with an identity provider.</summary>
public sealed class OidcTexts
{
    public static string Get(string key) => TextsOf<OidcTexts>.Get(key);
}
