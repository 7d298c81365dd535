namespace ResilienceMonitor.Platform.Identity;

/// <param name="Domain">The name under which people reach this installation; passkeys are bound to it. Null: passkeys only on <c>localhost</c>.</param>
public sealed record AccountSettings(string? Domain)
{
    /// <summary>The name asked for, else RESMON_DOMAIN.</summary>
    public static AccountSettings Resolve(string? asked) =>
        new(asked is { Length: > 0 } ? asked : Environment.GetEnvironmentVariable("RESMON_DOMAIN") is { Length: > 0 } domain ? domain : null);

    /// <summary>Whether a passkey can be used at the address of this request.</summary>
    public bool AllowsPasskeys(HttpRequest request) => request.Host.Host == (Domain ?? "localhost");

    /// <summary>Encrypted and exactly our name; on this very computer a plain connection will do.</summary>
    public bool IsOrigin(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && AllowsPasskeys(request) && uri.Host == request.Host.Host
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.Host == "localhost"));
}
