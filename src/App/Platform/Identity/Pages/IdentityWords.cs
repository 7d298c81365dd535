namespace ResilienceMonitor.Platform.Identity.Pages;

/// <summary>Sentences for codes that come along in an address; anything else says no more than that it did not work.</summary>
internal static class IdentityWords
{
    private static readonly HashSet<string> Known = ["passkey.not-added", "passkey.too-many", "passkey.last-way", "passkey.gone", "passkey.name"];

    public static string Refused(string code) => code switch
    {
        "throttled" => string.Format(null, IdentityTexts.Get("sign-in.throttled"), SignInLimits.Window.TotalMinutes),
        "passkey.too-many" => string.Format(null, IdentityTexts.Get(code), SignInLimits.PasskeysOfAccount),
        _ => IdentityTexts.Get(Known.Contains(code) ? code : "passkey.refused"),
    };

    public static string Method(string method) => method switch
    {
        "password" or "totp" or "passkey" or "recovery" or "oidc" or "link" => IdentityTexts.Get($"method.{method}"),
        _ => method,
    };
}
