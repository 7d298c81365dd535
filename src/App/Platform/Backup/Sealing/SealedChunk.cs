using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>
/// One chunk of a sealed stream: length with the flag of the last one, tag, contents. Header, position, length and flag are
/// authenticated with it, so that a chunk left out, moved, taken from another backup or cut off at the end is noticed.
/// </summary>
internal sealed class SealedChunk(BackupKey key, SealHeader header) : IDisposable
{
    public const int Size = 64 * 1024;
    public const int TagBytes = 16;
    public const int FrameBytes = 4 + TagBytes;
    private const int LastFlag = unchecked((int)0x80000000);

    private readonly AesGcm cipher = new(key.Of(header), TagBytes);
    private readonly byte[] headerHash = SHA256.HashData(header.Bytes());
    private ulong position;

    /// <summary>Writes frame and contents behind each other.</summary>
    public void Seal(ReadOnlySpan<byte> plain, bool last, Span<byte> target)
    {
        var length = last ? plain.Length | LastFlag : plain.Length;
        BinaryPrimitives.WriteInt32BigEndian(target, length);
        cipher.Encrypt(Nonce(), plain, target.Slice(FrameBytes, plain.Length), target.Slice(4, TagBytes), Bound(length));
        position++;
    }

    /// <exception cref="BackupRefusedException">It is not the chunk that was written here.</exception>
    public void Open(int length, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        try
        {
            cipher.Decrypt(Nonce(), sealedBytes, tag, plain, Bound(length));
        }
        catch (CryptographicException)
        {
            throw BackupRefusedException.Damaged;
        }

        position++;
    }

    /// <exception cref="BackupRefusedException">No length a chunk can have.</exception>
    public static (int Bytes, bool Last) Length(int length)
    {
        var (bytes, last) = (length & ~LastFlag, (length & LastFlag) != 0);
        return bytes == Size || (last && bytes < Size) ? (bytes, last) : throw BackupRefusedException.Damaged;
    }

    public void Dispose() => cipher.Dispose();

    private byte[] Nonce()
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(4), position);
        return nonce;
    }

    private byte[] Bound(int length)
    {
        var bound = new byte[32 + 8 + 4];
        headerHash.CopyTo(bound, 0);
        BinaryPrimitives.WriteUInt64BigEndian(bound.AsSpan(32), position);
        BinaryPrimitives.WriteInt32BigEndian(bound.AsSpan(40), length);
        return bound;
    }
}
