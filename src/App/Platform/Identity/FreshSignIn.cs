using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Before secrets are made and data leaves, the person proves once more who they are. A program with a token cannot.</summary>
public static class FreshSignIn
{
    public static readonly Duration Lasts = Duration.FromMinutes(10);

    /// <summary>The refusal when the last proof is too long ago; null: it is fresh.</summary>
    public static Refusal? Must(Actor actor, IClock clock) =>
        actor.IsLocalOwner || (actor.SignedInAt is { } at && clock.GetCurrentInstant() - at <= Lasts)
            ? null
            : Refusal.Of<PeopleTexts>("sign-in.not-fresh", (int)Lasts.TotalMinutes);
}
