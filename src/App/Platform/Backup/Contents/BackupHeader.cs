using NodaTime;

namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>The first part of a backup: what it holds and how the tables are made.</summary>
/// <param name="Format">Format of the contents.</param>
/// <param name="Product">Version of the program that wrote it.</param>
/// <param name="SchemaVersion">Schema of the database.</param>
/// <param name="MadeAt">State of the data: microseconds since 1970, the start of the one transaction that read everything.</param>
/// <param name="Kind">Kind of database; a backup goes back to the same kind.</param>
/// <param name="Schema">How the tables are made; only where the contents are rows and not a file.</param>
internal sealed record BackupHeader(int Format, string Product, int SchemaVersion, long MadeAt, DatabaseKind Kind, SchemaStatements? Schema)
{
    public const int CurrentFormat = 1;

    public Instant Made() => Instant.FromUnixTimeTicks(MadeAt * 10);
}
