using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace ResilienceMonitor.Lab.Forging;

/// <summary>Signs whatever it is told to, rightly or wrongly, with keys of its own.</summary>
public sealed class TokenForge(string kid = "key-1") : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Kid { get; } = kid;

    /// <summary>The public keys, as a provider shows them: one RSA key, one on a curve.</summary>
    public string Public()
    {
        var (r, e) = (rsa.ExportParameters(false), curve.ExportParameters(false));
        return JsonSerializer.Serialize(new
        {
            keys = new object[]
            {
                new { kty = "RSA", use = "sig", kid = Kid, n = Text(r.Modulus!), e = Text(r.Exponent!) },
                new { kty = "EC", use = "sig", kid = $"{Kid}-ec", crv = "P-256", x = Text(e.Q.X!), y = Text(e.Q.Y!) },
            },
        });
    }

    /// <param name="claims">The content.</param>
    /// <param name="algorithm">RS256, PS256, ES256, RS512; HS256 takes the public key for a secret; none signs nothing.</param>
    /// <param name="header">Replaces the header.</param>
    public string Sign(IReadOnlyDictionary<string, object?> claims, string algorithm = "RS256", object? header = null)
    {
        header ??= new Dictionary<string, object> { ["alg"] = algorithm, ["kid"] = algorithm == "ES256" ? $"{Kid}-ec" : Kid };
        var body = $"{Text(JsonSerializer.SerializeToUtf8Bytes(header))}.{Text(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{body}.{Text(Signature(Encoding.ASCII.GetBytes(body), algorithm))}";
    }

    public void Dispose()
    {
        rsa.Dispose();
        curve.Dispose();
    }

    private byte[] Signature(byte[] body, string algorithm) => algorithm switch
    {
        "RS256" => rsa.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "PS256" => rsa.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "RS512" => rsa.SignData(body, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "ES256" => curve.SignData(body, HashAlgorithmName.SHA256),
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), body),
        _ => [],
    };

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
