using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Which bodies an operator names, by key or by code (<see cref="BodyCode"/>). Bodies belong to a feature, which answers.</summary>
public interface IBodyKeys
{
    /// <returns>For each name the bodies of this installation, the oldest first: none or one, but for a key that several people have entered.</returns>
    Task<ILookup<string, BodyId>> Find(IReadOnlyCollection<string> keys, CancellationToken ct);
}
