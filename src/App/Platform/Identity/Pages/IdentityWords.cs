using ResilienceMonitor.Platform.Identity.Oidc;

namespace ResilienceMonitor.Platform.Identity.Pages;

/// <summary>Sentences for codes that come along in an address; anything else says no more than that it did not work.</summary>
internal static class IdentityWords
{
    private static readonly HashSet<string> Known = ["passkey.not-added", "passkey.too-many", "passkey.last-way", "passkey.gone", "passkey.name"];

    private static readonly HashSet<string> OfProviders = ["oidc.unreachable", "oidc.refused", "oidc.over", "oidc.cancelled", "oidc.no-group", "oidc.groups-missing", "oidc.groups-overflow", "oidc.locked",
        "oidc.other-person", "oidc.not-proven", "oidc.no-accounts", "oidc.unknown-provider"];

    public static string Refused(string code) => code switch
    {
        "throttled" => string.Format(null, IdentityTexts.Get("sign-in.throttled"), SignInLimits.Window.TotalMinutes),
        "oidc.throttled" => string.Format(null, OidcTexts.Get(code), SignInLimits.Window.TotalMinutes),
        _ when OfProviders.Contains(code) => OidcTexts.Get(code),
        "passkey.too-many" => string.Format(null, IdentityTexts.Get(code), SignInLimits.PasskeysOfAccount),
        _ => IdentityTexts.Get(Known.Contains(code) ? code : "passkey.refused"),
    };

    public static string Method(string method) => method switch
    {
        "password" or "totp" or "passkey" or "recovery" or "oidc" or "link" => IdentityTexts.Get($"method.{method}"),
        _ => method,
    };
}
