namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>Encrypts what is written to it. Only <see cref="Complete"/> writes the last chunk: what was given up half way can never be read as whole.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream inner;
    private readonly SealedChunk chunk;
    private readonly byte[] plain = new byte[SealedChunk.Size];
    private readonly byte[] frame = new byte[SealedChunk.FrameBytes + SealedChunk.Size];
    private int filled;

    public SealingStream(Stream inner, BackupKey key)
    {
        this.inner = inner;
        var header = SealHeader.New(key);
        chunk = new SealedChunk(key, header);
        inner.Write(header.Bytes());
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // A full chunk is sealed only when more follows: the last one carries a flag.
            if (filled == plain.Length) Seal(last: false);
            var part = buffer[..Math.Min(buffer.Length, plain.Length - filled)];
            part.CopyTo(plain.AsSpan(filled));
            filled += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    public void Complete() => Seal(last: true);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) chunk.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool last)
    {
        chunk.Seal(plain.AsSpan(0, filled), last, frame);
        inner.Write(frame.AsSpan(0, SealedChunk.FrameBytes + filled));
        filled = 0;
    }
}
