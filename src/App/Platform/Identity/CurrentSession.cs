using System.Globalization;
using System.Security.Claims;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The sign-in of a request.</summary>
/// <param name="User">The account.</param>
/// <param name="Handle">Names the session in lists and forms; no secret.</param>
/// <param name="SignedInAt">When the person last proved who they are.</param>
/// <param name="Method">See <see cref="Session.Method"/>.</param>
public sealed record CurrentSession(Guid User, Guid Handle, Instant SignedInAt, string Method)
{
    internal const string HandleClaim = "session";
    internal const string SignedInClaim = "signed-in";

    /// <summary>The session of the request; null: nobody has signed in.</summary>
    public static CurrentSession? Of(HttpContext http) =>
        http.User is { Identity: { IsAuthenticated: true, AuthenticationType: SignIn.Scheme } } person
            && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
            && Guid.TryParse(person.FindFirstValue(HandleClaim), out var handle)
            && long.TryParse(person.FindFirstValue(SignedInClaim), CultureInfo.InvariantCulture, out var ticks)
            ? new CurrentSession(user, handle, Instant.FromUnixTimeTicks(ticks), person.FindFirstValue(SignIn.Method) ?? "")
            : null;

    public bool IsFresh(Instant now) => now - SignedInAt <= SignInLimits.Fresh;
}
