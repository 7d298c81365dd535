using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>A sign-in that lasts. The cookie only names it; what is not here is not signed in, however genuine the cookie looks.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the secret in the cookie, hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>What lists and forms name it by; no secret.</summary>
    public required Guid Handle { get; init; }

    public required Guid UserId { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Kept to the minute.</summary>
    public required Instant LastSeenAt { get; set; }

    /// <summary>When the person last proved who they are.</summary>
    public required Instant SignedInAt { get; set; }

    /// <summary>How: <c>password</c>, <c>totp</c>, <c>passkey</c>, <c>recovery</c>, <c>oidc</c>, <c>link</c>.</summary>
    public required string Method { get; set; }

    /// <summary>Kind of browser, so that a person recognises it.</summary>
    public string? Device { get; init; }

    /// <summary>The ticket of the framework, protected by the key ring.</summary>
    public required byte[] Ticket { get; set; }
}
