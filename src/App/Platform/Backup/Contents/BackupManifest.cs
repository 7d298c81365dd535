namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>The last part of a backup: what must come out of it again.</summary>
/// <param name="SchemaDigest">SHA-256 over the definitions of tables, indexes and triggers.</param>
/// <param name="Tables">Every table with its rows and their digest.</param>
/// <param name="Sequences">Statements that set the next number of each sequence.</param>
internal sealed record BackupManifest(string SchemaDigest, IReadOnlyList<TableDigest> Tables, IReadOnlyList<string> Sequences)
{
    public long Rows => this.Tables.Sum(t => t.Rows);

    /// <summary>The first table that differs; null when all are equal.</summary>
    public string? FirstDifference(IReadOnlyList<TableDigest> found) =>
        this.Tables.Except(found).Concat(found.Except(Tables)).Select(t => t.Name).Order(StringComparer.Ordinal).FirstOrDefault();
}

/// <summary>A table, the number of its rows, and a digest of their contents that does not depend on their order.</summary>
internal sealed record TableDigest(string Name, long Rows, string Digest);
