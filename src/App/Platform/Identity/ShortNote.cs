using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>What the program tells itself from one step of a sign-in to the next: carried by the form, protected, good for a short while.</summary>
public sealed class ShortNote(IDataProtectionProvider protection, IClock clock)
{
    private const int LongestValue = 8_192;

    private readonly IDataProtector protector = protection.CreateProtector("ResilienceMonitor.ShortNote");

    public string Write(string purpose, string text)
    {
        var until = (clock.GetCurrentInstant() + SignInLimits.Step).ToUnixTimeSeconds();
        return WebEncoders.Base64UrlEncode(For(purpose).Protect(Encoding.UTF8.GetBytes($"{until} {text}")));
    }

    /// <returns>Null: not ours, changed, meant for something else, or too old.</returns>
    public string? Read(string purpose, string? note)
    {
        if (note is not { Length: > 0 and <= LongestValue }) return null;
        try
        {
            var parts = Encoding.UTF8.GetString(For(purpose).Unprotect(WebEncoders.Base64UrlDecode(note))).Split(' ', 2);
            return long.Parse(parts[0], null) >= clock.GetCurrentInstant().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector For(string purpose) => protector.CreateProtector(purpose);
}
