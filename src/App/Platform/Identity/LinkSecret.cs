using System.Security.Cryptography;
using System.Text;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>What a link or an API token consists of: the body, the id of the row, and a secret of which only the hash is kept.</summary>
public sealed record LinkSecret(BodyId Body, Guid Id, string Secret)
{
    private const int SecretBytes = 32;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    public static LinkSecret New(BodyId body) =>
        new(body, Guid.CreateVersion7(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Null: it was not made by this program.</summary>
    public static LinkSecret? Parse(string? text, char separator = '.') =>
        text?.Split(separator) is [var body, var id, { Length: SecretBytes * 2 } secret]
        && Guid.TryParseExact(body, "N", out var bodyId) && Guid.TryParseExact(id, "N", out var row)
            ? new LinkSecret(new BodyId(bodyId), row, secret)
            : null;

    /// <summary>Takes the same time whatever differs.</summary>
    public bool Matches(string keptHash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(keptHash));

    public string Write(char separator = '.') => $"{Body.Value:N}{separator}{Id:N}{separator}{Secret}";

    /// <summary>Never the secret: it would end in a log.</summary>
    public override string ToString() => $"{Id:N}";
}
