using System.Text;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Files;

/// <summary>Short ways to read and to look at what was read.</summary>
internal static class Reading
{
    public static Task<TableReadResult> Read(byte[] file) => TableFile.Read(new MemoryStream(file), TestContext.Current.CancellationToken);

    public static Task<TableReadResult> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static async Task<Table> Table(byte[] file)
    {
        var result = await Read(file);
        Assert.Empty(result.Problems);
        return Assert.IsType<Table>(result.Table);
    }

    public static Task<Table> Table(string text) => Table(Encoding.UTF8.GetBytes(text));

    public static async Task<FileProblem> Refusal(byte[] file, string code)
    {
        var result = await Read(file);
        Assert.Null(result.Table);
        var problem = result.Problems[0];
        Assert.Equal(code, problem.Code);
        return problem;
    }

    public static Task<FileProblem> Refusal(string text, string code) => Refusal(Encoding.UTF8.GetBytes(text), code);
}

/// <summary>Yields bytes without end, cannot be rewound, and counts what was taken.</summary>
internal sealed class EndlessStream(Func<long, byte> content, long length) : Stream
{
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - Taken);
        for (var at = 0; at < read; at++)
            buffer[offset + at] = content(Taken + at);
        Taken += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
