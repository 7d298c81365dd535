namespace ResilienceMonitor.Platform.Web;

/// <summary>
/// Nothing from elsewhere, nothing inline, no frames, no text that becomes markup in a script. Pictures as data are allowed because KERN keeps
/// its icons inside its style sheet. Nothing is kept by browsers or proxies unless it is a file that is the same for everybody.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Long enough to protect between visits, short enough that a wrong certificate does not lock people out for a year.</summary>
    private const string Https = "max-age=15552000";

    private static readonly object SameForAll = new();

    public static string ContentPolicy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Says that the answer is a file that is the same for everybody and may be kept.</summary>
    public static void AllowKeeping(HttpContext http) => http.Items[SameForAll] = true;

    public Task Invoke(HttpContext http)
    {
        // Set when the answer starts: the error handler clears headers that were set earlier.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy(ScriptNonce.Of(http));
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (!http.Items.ContainsKey(SameForAll)) headers.CacheControl = "no-store";
            if (http.Request.IsHttps) headers.StrictTransportSecurity = Https;
            return Task.CompletedTask;
        });
        return next(http);
    }
}
