namespace ResilienceMonitor.Platform.Api;

/// <summary>The version of an item between server and program. A change names the version it was made for, so that no other change gets lost.</summary>
public static class ETag
{
    /// <summary>What a request that writes says about the state it expects.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The version to replace; an empty one when nothing may be there yet.</returns>
    public static Result<string> Expected(HttpContext http)
    {
        var (match, none) = (http.Request.Headers.IfMatch.ToString(), http.Request.Headers.IfNoneMatch.ToString());
        if (none == "*" && match.Length == 0) return "";
        return match is ['"', .. { Length: > 0 } version, '"'] && none.Length == 0 && !version.Contains('"', StringComparison.Ordinal) ? version : Refusal.Of<ApiTexts>("header.missing");
    }

    public static void Set(HttpContext http, string version) => http.Response.Headers.ETag = $"\"{version}\"";

    /// <summary>The program has this version already.</summary>
    public static bool IsKnown(HttpContext http, string version) => http.Request.Headers.IfNoneMatch.ToString() == $"\"{version}\"";
}
