using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>
/// The only bytes of a backup in clear: what it is, how its key is made, and a check of the key. Its hash is bound to every chunk,
/// so that none of it can be changed unnoticed.
/// </summary>
internal sealed record SealHeader(BackupKeyKind Kind, int Iterations, byte[] Salt, byte[] Check)
{
    public const int Size = 8 + 1 + 1 + 4 + SaltBytes + CheckBytes;
    public const int CheckBytes = 16;
    private const int SaltBytes = 32;
    private const byte Format = 1;

    private static ReadOnlySpan<byte> Magic => "RESMONBK"u8;

    public static SealHeader New(BackupKey key)
    {
        var iterations = key.Kind == BackupKeyKind.Passphrase ? BackupLimits.Iterations : 0;
        var header = new SealHeader(key.Kind, iterations, RandomNumberGenerator.GetBytes(SaltBytes), []);
        return header with { Check = key.CheckOf(header) };
    }

    public byte[] Bytes()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        bytes[8] = Format;
        bytes[9] = (byte)Kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(10), Iterations);
        Salt.CopyTo(bytes.AsSpan(14));
        Check.CopyTo(bytes.AsSpan(14 + SaltBytes));
        return bytes;
    }

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Magic);

    /// <exception cref="BackupRefusedException">Not a backup, or of a later format.</exception>
    public static SealHeader Read(Stream stream)
    {
        var bytes = new byte[Size];
        var read = stream.ReadAtLeast(bytes, Size, throwOnEndOfStream: false);
        if (!Begins(bytes)) throw BackupRefusedException.Because("not-a-backup");
        if (read < Size) throw BackupRefusedException.Damaged;
        if (bytes[8] != Format) throw BackupRefusedException.Because("format-newer", bytes[8], Format);
        var header = new SealHeader((BackupKeyKind)bytes[9], BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(10)), bytes[14..(14 + SaltBytes)], bytes[(14 + SaltBytes)..]);
        var known = header.Kind switch
        {
            BackupKeyKind.File => header.Iterations == 0,
            BackupKeyKind.Passphrase => header.Iterations is > 0 and <= BackupLimits.MostIterations,
            _ => false,
        };
        return known ? header : throw BackupRefusedException.Damaged;
    }

    /// <exception cref="BackupRefusedException">Another key locked this backup.</exception>
    public void MustFit(BackupKey key)
    {
        if (key.Kind != Kind) throw BackupRefusedException.Because(Kind == BackupKeyKind.File ? "key.file-needed" : "key.passphrase-needed");
        if (!CryptographicOperations.FixedTimeEquals(key.CheckOf(this), Check)) throw BackupRefusedException.Because("key.wrong");
    }
}
