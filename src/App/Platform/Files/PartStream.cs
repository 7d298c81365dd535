using System.IO.Compression;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Unpacks one entry for an XML reader. Sizes in headers can lie, so bytes are counted as they come. It also bounds what the
/// reader must hold at once: a start tag and the text after it. XML allows no <c>&lt;</c> inside either, so the distance
/// between two of them is enough, whatever the number of attributes.
/// </summary>
internal sealed class PartStream(ReadOnlyMemory<byte> packed, ArchiveEntry entry) : Stream
{
    private const int MaxMarkupBytes = 1024 * 1024;

    private readonly Stream _content = entry.Method == ArchiveEntry.Stored ? Bytes(packed) : new DeflateStream(Bytes(packed), CompressionMode.Decompress);
    private long _count;
    private long _sinceMarkup;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _count += read;
        if (_count > entry.Unpacked)
            throw FileRefusedException.Because(FileCode.ArchiveUnpacked, ArchiveGuard.MaxUnpackedBytes / (1024 * 1024));
        if (read == 0 && buffer.Length > 0 && _count < entry.Unpacked)
            throw new InvalidDataException("An entry is shorter than the directory says.");
        Measure(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    private static MemoryStream Bytes(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private void Measure(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes[at..].IndexOf((byte)'<');
            _sinceMarkup += next < 0 ? bytes.Length - at : next;
            if (_sinceMarkup > MaxMarkupBytes)
                throw new InvalidDataException("One element is larger than any spreadsheet program writes it.");
            if (next < 0)
                break;
            _sinceMarkup = 0;
            at += next + 1;
        }
    }
}
