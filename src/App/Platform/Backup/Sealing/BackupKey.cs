using System.Security.Cryptography;
using System.Text;

namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>What locks and unlocks a backup: the content of a key file, or a passphrase that people remember.</summary>
public sealed class BackupKey
{
    public const int KeyBytes = 32;

    private readonly byte[] secret;

    private BackupKey(BackupKeyKind kind, byte[] secret) => (Kind, this.secret) = (kind, secret);

    public BackupKeyKind Kind { get; }

    /// <exception cref="BackupRefusedException">Too short to resist guessing.</exception>
    public static BackupKey OfPassphrase(string passphrase) => passphrase.Trim().Length >= BackupLimits.PassphraseLength
        ? new(BackupKeyKind.Passphrase, Encoding.UTF8.GetBytes(passphrase.Trim().Normalize(NormalizationForm.FormC)))
        : throw BackupRefusedException.Because("key.passphrase-short", BackupLimits.PassphraseLength);

    internal static BackupKey OfBytes(byte[] secret) => new(BackupKeyKind.File, secret);

    /// <summary>The key of one backup: no two backups share one, so a counter is enough to never repeat a nonce.</summary>
    internal byte[] Of(SealHeader header) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Master(header), KeyBytes, header.Salt, "resmon backup 1: contents"u8.ToArray());

    /// <summary>Tells a wrong key from a damaged file, without saying anything about the key.</summary>
    internal byte[] CheckOf(SealHeader header) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Master(header), SealHeader.CheckBytes, header.Salt, "resmon backup 1: key check"u8.ToArray());

    private byte[] Master(SealHeader header) => Kind == BackupKeyKind.Passphrase
        ? Stretched(header)
        : secret;

    private (byte[] Salt, int Iterations, byte[] Key)? stretched;

    // Stretching is slow on purpose, so it is done once for each backup.
    private byte[] Stretched(SealHeader header)
    {
        if (stretched is { } known && known.Iterations == header.Iterations && known.Salt.AsSpan().SequenceEqual(header.Salt)) return known.Key;
        var key = Rfc2898DeriveBytes.Pbkdf2(secret, header.Salt, header.Iterations, HashAlgorithmName.SHA256, KeyBytes);
        stretched = (header.Salt, header.Iterations, key);
        return key;
    }
}
