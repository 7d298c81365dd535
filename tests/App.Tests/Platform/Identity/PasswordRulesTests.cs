using System.Text;
using NodaTime;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Keys;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("kurz", "password.too-short")]
    [InlineData("Passwort1234", "password.common")]
    [InlineData("aaaaaaaaaaaaaaa", "password.common")]
    [InlineData("123456789012345", "password.common")]
    [InlineData("Stadtverwaltung", "password.common")]
    [InlineData("MBeispiel2026", "password.own-name")]
    [InlineData("lila Regenschirm tanzt", null)]
    [InlineData("zwölf Zeichen", null)]
    public void A_password_is_long_and_not_what_everybody_tries(string password, string? refusal) =>
        Assert.Equal(refusal, PasswordRules.Check(password, "m.beispiel", "M. Beispiel")?.Code);

    [Fact]
    public void An_endless_password_is_refused_before_any_work() =>
        Assert.Equal("password.too-long", PasswordRules.Check(new string('x', 10_000_000))?.Code);

    // Test values of RFC 6238, appendix B, shortened to six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.CodeAt(Encoding.ASCII.GetBytes("12345678901234567890"), Instant.FromUnixTimeSeconds(second)));

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Letters_are_those_of_the_standard(string text, string letters) => Assert.Equal(letters, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("/services?body=x", "/services?body=x")]
    [InlineData("//example.org", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("https://example.org", "/")]
    [InlineData("~/x", "/")]
    [InlineData("/a\nb", "/")]
    [InlineData(null, "/")]
    public void After_signing_in_people_stay_here(string? asked, string safe) => Assert.Equal(safe, ReturnUrl.Safe(asked));

    [Fact]
    public void A_key_file_opens_what_it_closed_and_no_other_does()
    {
        var (file, other) = (new KeyFile(new byte[32]), new KeyFile([.. Enumerable.Repeat((byte)1, 32)]));
        var box = file.Encrypt([1, 2, 3]);
        Assert.Equal([1, 2, 3], file.Decrypt(box));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => other.Decrypt(box));
        box[^1] ^= 1;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => file.Decrypt(box));
    }
}
