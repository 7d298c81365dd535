using System.Buffers.Binary;
using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>One entry of an archive's directory.</summary>
internal sealed record ArchiveEntry(string Name, int Flags, int Method, long Packed, long Unpacked, long HeaderStart, uint Attributes)
{
    public const int Stored = 0;
    public const int Deflated = 8;

    private const int DirectoryHeaderSize = 46;
    private const int LocalHeaderSize = 30;
    private const uint DirectorySignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const int EncryptedFlags = 0x0001 | 0x0040 | 0x2000;
    private const uint SymbolicLink = 0xA000;
    private const uint FileTypeMask = 0xF000;

    public int DataStart { get; init; }

    public bool IsEncrypted => (Flags & EncryptedFlags) != 0;

    public bool IsLink => ((Attributes >> 16) & FileTypeMask) == SymbolicLink;

    public static ArchiveEntry Read(ReadOnlySpan<byte> header, out int size)
    {
        if (header.Length < DirectoryHeaderSize || Long(header, 0) != DirectorySignature)
            throw new InvalidDataException("The directory is damaged.");
        var nameSize = Short(header, 28);
        size = DirectoryHeaderSize + nameSize + Short(header, 30) + Short(header, 32);
        if (size > header.Length)
            throw new InvalidDataException("The directory is cut off.");
        var name = Encoding.UTF8.GetString(header.Slice(DirectoryHeaderSize, nameSize));
        return new ArchiveEntry(name, Short(header, 8), Short(header, 10), Long(header, 20), Long(header, 24), Long(header, 42), Long(header, 38));
    }

    /// <summary>Where the data begins. The header in front of it must say the same as the directory; the sizes in it are not used.</summary>
    public int FindData(ReadOnlySpan<byte> file)
    {
        var header = file[(int)HeaderStart..];
        if (header.Length < LocalHeaderSize || Long(header, 0) != LocalSignature)
            throw new InvalidDataException("An entry is not where the directory says.");
        if ((Short(header, 6) & EncryptedFlags) != 0)
            throw FileRefusedException.Because(FileCode.ArchiveEncrypted);
        var nameSize = Short(header, 26);
        var dataStart = LocalHeaderSize + nameSize + Short(header, 28);
        if (dataStart > header.Length || Short(header, 8) != Method
            || Encoding.UTF8.GetString(header.Slice(LocalHeaderSize, nameSize)) != Name)
            throw new InvalidDataException("An entry and the directory contradict each other.");
        return (int)HeaderStart + dataStart;
    }

    private static int Short(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(header[offset..]);

    private static uint Long(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(header[offset..]);
}
