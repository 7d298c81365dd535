namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Somebody else who says who a person is, over OpenID Connect.</summary>
public sealed record IdentityProvider
{
    /// <summary>Part of addresses.</summary>
    public required string Key { get; init; }

    /// <summary>As people read it on the button.</summary>
    public required string Name { get; init; }

    /// <summary>As it stands in its tokens, letter by letter.</summary>
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Null: a client without a secret; the proof key alone protects the code.</summary>
    public string? ClientSecret { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string GroupsClaim { get; init; } = "groups";

    public IReadOnlyList<GroupRule> Groups { get; init; } = [];

    // The words of a record would show the secret.
    public override string ToString() => Key;
}
