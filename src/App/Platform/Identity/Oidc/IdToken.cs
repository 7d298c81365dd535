using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>What a checked token says.</summary>
/// <param name="Subject">The person, as the provider names them for ever; with the issuer the identity. E-mail addresses and names change hands and count for nothing.</param>
/// <param name="Name">For colleagues; null: it said none.</param>
/// <param name="Groups">Null: see <paramref name="GroupsRefusal"/>.</param>
/// <param name="GroupsRefusal">Why there are no groups.</param>
/// <param name="ProvenAt">When the person last proved to the provider who they are; null: it did not say.</param>
public sealed record IdToken(string Subject, string? Name, IReadOnlyList<string>? Groups, Refusal? GroupsRefusal, Instant? ProvenAt);
