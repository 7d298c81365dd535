using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>One thing a recorded process did to the disk, or one change it acknowledged, in their order. Files are told apart by a number: names move.</summary>
public abstract record Step
{
    /// <summary>A new file or directory under a name.</summary>
    public sealed record Create(string Path, int Node, bool IsDirectory) : Step;

    public sealed record Write(int Node, long Offset, byte[] Bytes) : Step;

    public sealed record Resize(int Node, long Length) : Step;

    public sealed record Rename(string From, string To) : Step;

    public sealed record Link(string From, string To) : Step;

    public sealed record Remove(string Path) : Step;

    /// <summary>fsync or fdatasync returned.</summary>
    public sealed record Flush(int Node) : Step;

    public sealed record Acknowledge(Change Change) : Step;
}
