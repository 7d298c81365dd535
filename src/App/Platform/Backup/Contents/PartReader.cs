using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>Reads what <see cref="PartWriter"/> wrote, one part after the other.</summary>
internal sealed class PartReader(Stream inner)
{
    private const int LongestPiece = 16 * 1024 * 1024;
    private readonly byte[] number = new byte[4];
    private int left;
    private bool inPart;

    /// <summary>Name of the next part; null at the end of the whole.</summary>
    public string? Next()
    {
        if (inPart) throw BackupRefusedException.Damaged;
        var length = Number(BackupLimits.PartNameBytes);
        if (length == 0) return inner.ReadByte() < 0 ? null : throw BackupRefusedException.Damaged;
        var name = new byte[length];
        Fill(name);
        inPart = true;
        return Encoding.UTF8.GetString(name);
    }

    /// <summary>Bytes of the part; 0 at its end.</summary>
    public int Read(Span<byte> target)
    {
        if (!inPart) return 0;
        if (left == 0) left = Number(LongestPiece);
        if (left == 0)
        {
            inPart = false;
            return 0;
        }

        var read = inner.ReadAtLeast(target[..Math.Min(target.Length, left)], 1, throwOnEndOfStream: false);
        if (read == 0) throw BackupRefusedException.Damaged;
        left -= read;
        return read;
    }

    public T ReadJson<T>(string name)
    {
        if (Next() != name) throw BackupRefusedException.Damaged;
        return ReadJson<T>();
    }

    /// <summary>The part whose name was read already.</summary>
    public T ReadJson<T>()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = Read(buffer); read > 0; read = Read(buffer))
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > BackupLimits.DescriptionBytes) throw BackupRefusedException.Damaged;
        }

        try
        {
            return CanonicalJson.Read<T>(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
        }
        catch (JsonException)
        {
            throw BackupRefusedException.Damaged;
        }
    }

    private int Number(int most)
    {
        Fill(number);
        var value = BinaryPrimitives.ReadInt32BigEndian(number);
        return value >= 0 && value <= most ? value : throw BackupRefusedException.Damaged;
    }

    private void Fill(Span<byte> target)
    {
        if (inner.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length) throw BackupRefusedException.Damaged;
    }
}
