namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Which addresses of a provider are believed: encrypted ones, and on this very computer plain ones.</summary>
internal static class ProviderAddress
{
    public static bool IsIssuer(string text) => Parse(text) is not null && !text.Contains('?', StringComparison.Ordinal);

    /// <summary>Where a provider describes itself.</summary>
    public static Uri DescriptionOf(string issuer) => new($"{issuer.TrimEnd('/')}/.well-known/openid-configuration");

    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && !text!.Contains('#', StringComparison.Ordinal) ? uri : null;
}
