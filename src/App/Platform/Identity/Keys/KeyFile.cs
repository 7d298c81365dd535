using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>
/// The key that encrypts the key ring in the database: a file outside the data directory (RESMON_KEY_FILE), so that a copy of the
/// database alone signs nobody in. Every node needs the same file.
/// </summary>
public sealed class KeyFile
{
    private const int KeyBytes = 32;
    private const int TagBytes = 16;

    private readonly byte[]? key;
    private byte[]? former;

    public KeyFile() : this(Environment.GetEnvironmentVariable("RESMON_KEY_FILE") is { Length: > 0 } path ? Read(path) : null)
    {
    }

    internal KeyFile(byte[]? key) => this.key = key;

    public bool Exists => key is not null;

    public byte[] Encrypt(byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (secret, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var cipher = new AesGcm(Key(), TagBytes);
        cipher.Encrypt(nonce, plain, secret, tag);
        return [.. nonce, .. tag, .. secret];
    }

    /// <summary>What an earlier key file encrypted can be read, too; new is only ever encrypted with the present one.</summary>
    public void AlsoReadWith(string path) => former = Read(path);

    /// <exception cref="CryptographicException">Another key, or it was changed.</exception>
    public byte[] Decrypt(byte[] box)
    {
        if (former is null) return Decrypt(box, Key());
        try
        {
            return Decrypt(box, Key());
        }
        catch (CryptographicException)
        {
            return Decrypt(box, former);
        }
    }

    private static byte[] Decrypt(byte[] box, byte[] key)
    {
        var nonceBytes = AesGcm.NonceByteSizes.MaxSize;
        if (box.Length < nonceBytes + TagBytes) throw new CryptographicException("Too short.");
        var plain = new byte[box.Length - nonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(box.AsSpan(0, nonceBytes), box.AsSpan(nonceBytes + TagBytes), box.AsSpan(nonceBytes, TagBytes), plain);
        return plain;
    }

    private byte[] Key() => key ?? throw new StartProblem(Refusal.Of<IdentityTexts>("keys.file-needed"));

    private static byte[] Read(string path)
    {
        try
        {
            var bytes = Convert.FromBase64String(File.ReadAllText(path).Trim());
            if (bytes.Length == KeyBytes) return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            // Said below, in a sentence.
        }

        throw new StartProblem(Refusal.Of<IdentityTexts>("keys.file-unreadable", path));
    }
}
