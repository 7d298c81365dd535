using System.Text;
using QRCoder;

namespace ResilienceMonitor.Platform.Identity.Pages;

/// <summary>The picture an authenticator app reads its key from.</summary>
internal static class CodesPicture
{
    private const int Pixels = 6;

    public static string Of(User user, byte[] key)
    {
        var issuer = Uri.EscapeDataString("Resilience Monitor");
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.UserName!)}?secret={Base32.Encode(key)}&issuer={issuer}";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(Pixels)))}";
    }
}
