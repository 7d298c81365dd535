using System.Buffers.Binary;
using System.Text;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>
/// Writes named parts behind each other, each of any length that is not known before. A part is a name and bytes,
/// never a path: nothing in a backup can say where it wants to be put.
/// </summary>
internal sealed class PartWriter(Stream inner)
{
    public const string Header = "header";
    public const string Database = "database";
    public const string Manifest = "manifest";
    public const string TablePrefix = "table:";

    private readonly byte[] number = new byte[4];

    public void Begin(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length is 0 or > BackupLimits.PartNameBytes) throw new ArgumentOutOfRangeException(nameof(name), name, "The name of a part has a limit.");
        Write(bytes);
    }

    /// <summary>A piece of the part that was begun.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty) return;
        BinaryPrimitives.WriteInt32BigEndian(number, piece.Length);
        inner.Write(number);
        inner.Write(piece);
    }

    /// <summary>Ends the part; called without a part, the whole.</summary>
    public void End()
    {
        BinaryPrimitives.WriteInt32BigEndian(number, 0);
        inner.Write(number);
    }

    public void WriteJson<T>(string name, T value)
    {
        Begin(name);
        Write(Encoding.UTF8.GetBytes(CanonicalJson.Write(value)));
        End();
    }
}
