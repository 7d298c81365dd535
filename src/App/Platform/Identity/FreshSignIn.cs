using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Exports and secrets ask that the person has proven who they are a short while ago: an unlocked computer is not enough.</summary>
public sealed class FreshSignIn(Actor actor, IClock clock)
{
    public const string Page = "/sign-in/again";

    public bool Holds => Check() is null;

    public Refusal? Check() => Must(actor, clock);

    /// <summary>The refusal when the last proof is too long ago, or when a program with a token asks; null: it is fresh.</summary>
    public static Refusal? Must(Actor actor, IClock clock) =>
        actor.IsLocalOwner || (actor.SignedInAt is { } at && clock.GetCurrentInstant() - at <= SignInLimits.Fresh) ? null : Refusal.Of<IdentityTexts>("sign-in.not-fresh");

    /// <summary>Where the person proves it again; from there they come back.</summary>
    public static string AddressFor(string returnUrl) => $"{Page}?returnUrl={Uri.EscapeDataString(ReturnUrl.Safe(returnUrl))}";
}
