using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>How long a sign-in lasts, and how often somebody may try.</summary>
public static class SignInLimits
{
    /// <summary>Without any request for this long, a session ends.</summary>
    public static readonly Duration Idle = Duration.FromHours(2);

    /// <summary>A session ends after this long, whatever happens in it.</summary>
    public static readonly Duration Absolute = Duration.FromHours(12);

    /// <summary>How long ago a person may have proven who they are for exports, secrets and changes of the account.</summary>
    public static readonly Duration Fresh = Duration.FromMinutes(10);

    /// <summary>Between password and code, or between question and answer of a passkey.</summary>
    public static readonly Duration Step = Duration.FromMinutes(5);

    /// <summary>The link of the first administrator.</summary>
    public static readonly Duration FirstLink = Duration.FromHours(1);

    /// <summary>A revoked key, a key ring read anew: at most this old on every node.</summary>
    public static readonly Duration KeyRing = Duration.FromSeconds(30);

    /// <summary>The time in which attempts are counted.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>An answer to a wrong name or password takes at least this long, so that it does not tell which of the two was wrong.</summary>
    public static readonly Duration SlowestAnswer = Duration.FromMilliseconds(400);

    public const int PasswordLength = 12;
    public const int LongestPassword = 256;

    /// <summary>Bytes of the answer of a passkey.</summary>
    public const int CredentialLength = 64 * 1024;

    public const int SessionsOfAccount = 50;
    public const int PasskeysOfAccount = 20;
    public const int RecoveryCodes = 10;

    /// <summary>Attempts with name and password in <see cref="Window"/>.</summary>
    public const int PasswordsOfAccount = 10;
    public const int PasswordsOfAddress = 100;
    public const int Passwords = 5_000;

    /// <summary>Attempts with a code or recovery code in <see cref="Window"/>.</summary>
    public const int CodesOfAccount = 10;
    public const int CodesOfAddress = 100;
    public const int Codes = 5_000;

    /// <summary>Attempts with a passkey in <see cref="Window"/>. They are not counted for an account: nobody can lock somebody else out.</summary>
    public const int PasskeysOfAddress = 1_000;
    public const int Passkeys = 100_000;

    /// <summary>Attempts with a link in <see cref="Window"/>.</summary>
    public const int LinksOfAddress = 100;
    public const int Links = 5_000;

    /// <summary>Accounts and addresses counted at the same time; beyond that only the total is.</summary>
    public const int CountedAtOnce = 100_000;
}
