using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>A passkey made of code, which can also lie: every field of what it signs can be wrong.</summary>
public sealed class SoftAuthenticator : IDisposable
{
    public const byte Present = 0x01;
    public const byte Verified = 0x04;
    private const byte Attested = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(16);

    public uint Count { get; set; }

    /// <summary>Answers the question for a new passkey.</summary>
    public string Create(string options, string origin, byte flags = Present | Verified)
    {
        var asked = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.create", (string)asked["challenge"]!, origin);
        var data = AuthenticatorData((string)asked["rp"]!["id"]!, (byte)(flags | Attested), [.. new byte[16], 0, (byte)Id.Length, .. Id, .. PublicKey()]);
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new JsonObject { ["clientDataJSON"] = Text(client), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray() });
    }

    /// <summary>Answers the question at a sign-in.</summary>
    public string Sign(string options, Guid user, string origin, byte flags = Present | Verified, string? challenge = null, string? domain = null)
    {
        var asked = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.get", challenge ?? (string)asked["challenge"]!, origin);
        var data = AuthenticatorData(domain ?? (string)asked["rpId"]!, flags, []);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
            ["userHandle"] = Text(Encoding.UTF8.GetBytes(user.ToString())),
        });
    }

    public void Dispose() => key.Dispose();

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Text(Id),
        ["rawId"] = Text(Id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] AuthenticatorData(string domain, byte flags, byte[] attested)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count, .. attested];
    }

    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] ClientData(string type, string challenge, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["type"] = type, ["challenge"] = challenge, ["origin"] = origin, ["crossOrigin"] = false });

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
