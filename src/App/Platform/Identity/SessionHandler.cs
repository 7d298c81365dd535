using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// The one scheme of this program. The framework's cookie handler keeps the key of a session when somebody signs in again in the same
/// browser; here every sign-in makes a new one, so nobody can be led into a session that somebody else knows.
/// </summary>
public sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCookie cookie, Sessions sessions)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Cookies.ContainsKey(SessionCookie.NameFor(Request))) return AuthenticateResult.NoResult();
        if (cookie.Read(Request) is not { } secret || await sessions.Find(secret, Context.RequestAborted) is not { } session) return AuthenticateResult.Fail("No such session.");

        // After signing out, going back in the browser must not show what was seen before.
        Response.OnStarting(() =>
        {
            if (Response.Headers.CacheControl.Count == 0) Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(IdentityOf(session)), Scheme.Name));
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        await EndSession();
        var id = Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        cookie.Write(Response, await sessions.Begin(id, user.FindFirstValue(SignIn.Method)!, DeviceName.Of(Request.Headers.UserAgent), Context.RequestAborted));
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        await EndSession();
        cookie.Delete(Response);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method)) Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        else Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private async Task EndSession()
    {
        if (cookie.Read(Request) is { } secret) await sessions.End(secret, Context.RequestAborted);
    }

    private static ClaimsIdentity IdentityOf(Session session) => new(
    [
        new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString("D")),
        new Claim(SignIn.Method, session.Method),
        new Claim(CurrentSession.HandleClaim, session.Handle.ToString("D")),
        new Claim(CurrentSession.SignedInClaim, session.SignedInAt.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)),
    ], SignIn.Scheme);
}
