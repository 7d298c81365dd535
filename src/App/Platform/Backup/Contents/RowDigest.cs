using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>
/// Sums the SHA-256 of every row modulo 2^256: equal rows in any order give an equal digest, and nothing has to be sorted.
/// It guards against our own mistakes and failing disks; against people the sealing of the file does.
/// </summary>
internal sealed class RowDigest
{
    private readonly ulong[] sum = new ulong[4];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        UInt128 carry = 0;
        for (var i = 0; i < sum.Length; i++)
        {
            carry += (UInt128)sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(i * 8)..]);
            sum[i] = (ulong)carry;
            carry >>= 64;
        }

        Rows++;
    }

    public TableDigest Of(string table)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < sum.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 8), sum[i]);
        return new TableDigest(table, Rows, Convert.ToHexStringLower(bytes));
    }
}
