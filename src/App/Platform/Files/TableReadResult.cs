namespace ResilienceMonitor.Platform.Files;

/// <summary>A table or the reasons why there is none, never both.</summary>
public sealed record TableReadResult
{
    private TableReadResult()
    {
    }

    public Table? Table { get; private init; }

    /// <summary>Empty when there is a table.</summary>
    public IReadOnlyList<FileProblem> Problems { get; private init; } = [];

    /// <summary>SHA-256 of the file in lower-case hexadecimal, by which a second import of the same file is noticed; null when it was refused unread.</summary>
    public string? ContentHash { get; private init; }

    internal static TableReadResult Of(Table table, string contentHash) => new() { Table = table, ContentHash = contentHash };

    internal static TableReadResult Refused(IReadOnlyList<FileProblem> problems, string? contentHash = null) =>
        new() { Problems = problems, ContentHash = contentHash };
}
