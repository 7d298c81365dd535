using ResilienceMonitor.Platform.Api;

namespace ResilienceMonitor.Platform.Web;

/// <summary>What programs see when something fails below <c>/api</c>: problem details (RFC 9457) with a stable code, never an inner detail.</summary>
public static class ProblemAnswer
{
    public static bool IsFor(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    public static Task Write(HttpContext http) => Write(http, http.Response.StatusCode, Code(http.Response.StatusCode), ApiTexts.Get(Code(http.Response.StatusCode)), null);

    internal static Task Write(HttpContext http, int status, string code, string sentence, IReadOnlyList<WrongValue>? errors)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code, ["reference"] = http.TraceIdentifier };
        if (errors is not null) extensions["errors"] = errors;
        return TypedResults.Problem(sentence, statusCode: status, type: "about:blank", extensions: extensions).ExecuteAsync(http);
    }

    /// <summary>Programs depend on these words: add some, never change one.</summary>
    internal static string Code(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "not-permitted",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "wrong-verb",
        StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed => "changed-meanwhile",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "wrong-media-type",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status504GatewayTimeout => "too-slow",
        < StatusCodes.Status500InternalServerError => "refused",
        _ => "failed",
    };
}
