using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The cookie that names a session: a random secret, protected by the key ring. It says nothing about the person.</summary>
public sealed class SessionCookie(IDataProtectionProvider protection)
{
    private const int LongestValue = 1_024;

    private readonly IDataProtector protector = protection.CreateProtector("ResilienceMonitor.SessionCookie");

    /// <summary>Browsers accept the prefix only from this very host, for all paths, over an encrypted connection.</summary>
    public static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-resmon" : "resmon";

    public byte[]? Read(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 } value ? SecretOf(value) : null;

    public void Write(HttpResponse response, byte[] secret) => response.Cookies.Append(NameFor(response.HttpContext.Request), ValueOf(secret), OptionsFor(response));

    public void Delete(HttpResponse response) => response.Cookies.Delete(NameFor(response.HttpContext.Request), OptionsFor(response));

    internal string ValueOf(byte[] secret) => WebEncoders.Base64UrlEncode(protector.Protect(secret));

    internal byte[]? SecretOf(string value)
    {
        if (value.Length > LongestValue) return null;
        try
        {
            return protector.Unprotect(WebEncoders.Base64UrlDecode(value));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static CookieOptions OptionsFor(HttpResponse response) =>
        new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = response.HttpContext.Request.IsHttps };
}
