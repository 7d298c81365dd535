using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Exports and secrets ask that the person has proven who they are a short while ago: an unlocked computer is not enough.</summary>
public sealed class FreshSignIn(Actor actor, IClock clock)
{
    public const string Page = "/sign-in/again";

    public bool Holds => actor.IsLocalOwner || (actor.SignedInAt is { } at && clock.GetCurrentInstant() - at <= SignInLimits.Fresh);

    public Refusal? Check() => Holds ? null : Refusal.Of<IdentityTexts>("sign-in.not-fresh");

    /// <summary>Where the person proves it again; from there they come back.</summary>
    public static string AddressFor(string returnUrl) => $"{Page}?returnUrl={Uri.EscapeDataString(ReturnUrl.Safe(returnUrl))}";
}
