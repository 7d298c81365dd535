using Microsoft.AspNetCore.Http.HttpResults;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Where somebody goes after signing in: only to our own pages.</summary>
public static class ReturnUrl
{
    private const int Longest = 2_000;

    public static string Safe(string? asked) =>
        asked is { Length: > 0 and <= Longest } && !asked.Any(char.IsControl) && RedirectHttpResult.IsLocalUrl(asked) && asked[0] == '/' ? asked : "/";
}
