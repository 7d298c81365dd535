using System.Text.Json;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Keeps a begun sign-in in the browser that began it: protected, for a few minutes. Any node can read it.</summary>
public sealed class PendingCookie(ShortNote notes)
{
    private const string Purpose = "oidc";

    public static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-resmon.oidc" : "resmon.oidc";

    public void Write(HttpContext http, PendingSignIn pending) =>
        http.Response.Cookies.Append(NameFor(http.Request), notes.Write(Purpose, JsonSerializer.Serialize(pending)), Options(http));

    /// <summary>Takes it out of the browser: an answer counts once.</summary>
    public PendingSignIn? Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(NameFor(http.Request), out var value)) return null;
        http.Response.Cookies.Delete(NameFor(http.Request), Options(http));
        return notes.Read(Purpose, value) is { } text ? JsonSerializer.Deserialize<PendingSignIn>(text) : null;
    }

    // Lax: the answer comes as a link from the provider. The note inside says itself how long it is good.
    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps };
}
