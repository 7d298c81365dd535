using Microsoft.AspNetCore.Authorization;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// Sets who acts in a request before anything else is made for it: somebody with a session, a program with a token, or nobody. Whatever is not
/// marked as open to everybody is refused to nobody here, so that a page cannot forget it.
/// </summary>
public sealed class RequestActor(RequestDelegate next)
{
    public async Task Invoke(HttpContext http, CurrentActor current, ActorOfAccount accounts, DefaultActor standing)
    {
        if (standing.Actor.IsLocalOwner)
        {
            await next(http);
            return;
        }

        var actor = await Find(http, accounts) ?? Actor.Nobody;
        current.Set(actor);
        if (actor == Actor.Nobody && !IsOpen(http))
        {
            SendAway(http);
            return;
        }

        await next(http);
    }

    private static async Task<Actor?> Find(HttpContext http, ActorOfAccount accounts)
    {
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } header) return await OfToken(http, header);
        return CurrentSession.Of(http) is { } session
            ? await accounts.Of(session.User, session.SignedInAt, KeysOf(http), http.RequestAborted)
            : null;
    }

    private static async Task<Actor?> OfToken(HttpContext http, string header)
    {
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)) return null;
        var actor = await http.RequestServices.GetRequiredService<AuthenticateToken>().Run(header["Bearer ".Length..], http.RequestAborted);
        if (actor is not null) http.Features.Set(new TokenRequest());
        return actor;
    }

    private static IEnumerable<string> KeysOf(HttpContext http)
    {
        if (http.Request.Query["body"].ToString() is { Length: > 0 } asked) yield return asked;
        if (http.GetRouteValue("body") is string inApi) yield return inApi;
        if (http.Request.Path.StartsWithSegments("/bodies", StringComparison.Ordinal) && http.GetRouteValue("Key") is string inPath) yield return inPath;
        if (http.Request.Cookies[ChosenBody.Cookie] is { Length: > 0 } last) yield return last;
    }

    // What has no endpoint is a file of the program or a wrong address.
    private static bool IsOpen(HttpContext http) => http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static void SendAway(HttpContext http)
    {
        var forPeople = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (forPeople) http.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        else http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }
}
