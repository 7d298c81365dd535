using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Begins and ends sessions; every way to sign in comes through here after it has proven who the person is.</summary>
public sealed class SignIn(SignInTrail trail)
{
    /// <summary>The one cookie scheme.</summary>
    public const string Scheme = "resmon";

    /// <summary>Claim: how the person proved who they are.</summary>
    public const string Method = "method";

    /// <summary>Begins a new session; an earlier one of this browser ends.</summary>
    /// <param name="http">The request.</param>
    /// <param name="user">The account.</param>
    /// <param name="method">See <see cref="Session.Method"/>.</param>
    /// <param name="provenAt">When the person proved who they are, if that was somewhere else and earlier; null: now.</param>
    public async Task Begin(HttpContext http, User user, string method, Instant? provenAt = null)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.ToString("D")), new Claim(Method, method)], Scheme);
        if (provenAt is { } at) identity.AddClaim(new Claim(CurrentSession.SignedInClaim, at.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)));
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
        await trail.Write(user.Id, user.BreakGlass ? SignInTrail.BreakGlassUsed : SignInTrail.SignedIn, http.RequestAborted);
    }

    public async Task End(HttpContext http)
    {
        if (CurrentSession.Of(http) is { } session) await trail.Write(session.User, SignInTrail.SignedOut, http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }
}
