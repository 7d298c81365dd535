namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>The statements that make the tables of a server database, in their order.</summary>
/// <param name="Server">Main version of the server that worded them.</param>
/// <param name="Roles">Roles the statements name; they have to exist where the backup is restored.</param>
/// <param name="Before">Functions, sequences and tables: run before the rows come in.</param>
/// <param name="Tables">The tables with the columns that are copied, in the order of copying.</param>
/// <param name="After">Keys, indexes, triggers, policies and rights: run when the rows are in.</param>
internal sealed record SchemaStatements(int Server, IReadOnlyList<string> Roles, IReadOnlyList<string> Before, IReadOnlyList<CopiedTable> Tables, IReadOnlyList<string> After);

/// <summary>A table and its columns, as plain names.</summary>
internal sealed record CopiedTable(string Name, IReadOnlyList<string> Columns);
