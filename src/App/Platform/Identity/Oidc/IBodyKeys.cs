using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Which bodies the keys in the configuration name. Bodies belong to a feature, which answers.</summary>
public interface IBodyKeys
{
    /// <returns>Only keys that name exactly one body of this installation.</returns>
    Task<IReadOnlyDictionary<string, BodyId>> Find(IReadOnlyCollection<string> keys, CancellationToken ct);
}
