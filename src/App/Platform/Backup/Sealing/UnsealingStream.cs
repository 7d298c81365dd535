using System.Buffers.Binary;

namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>Decrypts a sealed stream. No byte comes out of it that was not authenticated, and it ends only where the writer ended.</summary>
internal sealed class UnsealingStream : Stream
{
    private readonly Stream inner;
    private readonly SealedChunk chunk;
    private readonly byte[] plain = new byte[SealedChunk.Size];
    private readonly byte[] frame = new byte[SealedChunk.FrameBytes + SealedChunk.Size];
    private int filled;
    private int given;
    private bool ended;

    /// <exception cref="BackupRefusedException">Not a backup, or another key.</exception>
    public UnsealingStream(Stream inner, BackupKey key)
    {
        this.inner = inner;
        var header = SealHeader.Read(inner);
        header.MustFit(key);
        chunk = new SealedChunk(key, header);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (given == filled)
        {
            if (ended) return 0;
            Open();
        }

        var part = plain.AsSpan(given, Math.Min(buffer.Length, filled - given));
        part.CopyTo(buffer);
        given += part.Length;
        return part.Length;
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
        if (disposing) chunk.Dispose();
        base.Dispose(disposing);
    }

    private void Open()
    {
        Fill(frame.AsSpan(0, SealedChunk.FrameBytes));
        var length = BinaryPrimitives.ReadInt32BigEndian(frame);
        (filled, ended) = SealedChunk.Length(length);
        var contents = frame.AsSpan(SealedChunk.FrameBytes, filled);
        Fill(contents);
        chunk.Open(length, frame.AsSpan(4, SealedChunk.TagBytes), contents, plain.AsSpan(0, filled));
        given = 0;
        if (ended && inner.ReadByte() >= 0) throw BackupRefusedException.Damaged;
    }

    private void Fill(Span<byte> target)
    {
        if (inner.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length) throw BackupRefusedException.Damaged;
    }
}
