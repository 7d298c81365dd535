namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>The identity providers of this installation; most have none.</summary>
public sealed record IdentityProviders(IReadOnlyList<IdentityProvider> All)
{
    public IdentityProvider? Find(string key) => All.FirstOrDefault(p => p.Key == key);
}
