using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>An account. It belongs to a person, not to a body; <see cref="Member"/> says for which bodies the person acts.</summary>
public sealed class User : IdentityUser<Guid>
{
    public User()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
    }

    /// <summary>Personal: how colleagues read the name.</summary>
    public required string DisplayName { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Locked by an administrator; null: not.</summary>
    public Instant? DisabledAt { get; set; }

    /// <summary>One of the two accounts in the safe for the day when the identity provider or the network is gone.</summary>
    public bool BreakGlass { get; init; }
}
