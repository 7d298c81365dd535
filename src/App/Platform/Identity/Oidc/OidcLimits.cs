using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>How much, how long and how often around identity providers.</summary>
public static class OidcLimits
{
    public const int Providers = 20;
    public const int GroupRules = 5_000;
    public const int Scopes = 20;

    /// <summary>Groups of one person that are looked at.</summary>
    public const int GroupsOfPerson = 2_000;

    /// <summary>Bytes of the configuration, of an answer of a provider, and of a token.</summary>
    public const int FileBytes = 1024 * 1024;
    public const int AnswerBytes = 256 * 1024;
    public const int TokenLength = 64 * 1024;

    public const int CodeLength = 4_096;
    public const int SubjectLength = 255;
    public const int Keys = 100;
    public const int RsaBits = 2_048;

    /// <summary>Address to come back to, which travels in a cookie.</summary>
    public const int ReturnLength = 1_000;

    /// <summary>One question to a provider, and all of one step together: somebody is waiting.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(7);
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(8);

    /// <summary>How far the clocks may be apart.</summary>
    public static readonly Duration Skew = Duration.FromMinutes(2);

    /// <summary>What a provider said about itself is asked anew after this long.</summary>
    public static readonly Duration Known = Duration.FromHours(12);

    /// <summary>An unknown key makes us ask, at most this often.</summary>
    public static readonly Duration KeysAgain = Duration.FromMinutes(1);

    /// <summary>A provider that did not answer is left alone for this long.</summary>
    public static readonly Duration Rest = Duration.FromSeconds(5);

    /// <summary>Steps with a provider in <see cref="SignInLimits.Window"/>.</summary>
    public const int StepsOfAddress = 1_000;
    public const int Steps = 100_000;
}
