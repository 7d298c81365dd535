using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ResilienceMonitor.Platform.Backup.Contents;

namespace ResilienceMonitor.Platform.Backup.Sqlite;

/// <summary>Counts and digests of everything in a database file, whatever tables it has.</summary>
internal static class SqliteContents
{
    public static BackupManifest Of(SqliteConnection connection, CancellationToken ct)
    {
        var digests = new List<TableDigest>();
        foreach (var table in Tables(connection))
        {
            ct.ThrowIfCancellationRequested();
            digests.Add(DigestOf(connection, table));
        }

        return new BackupManifest(SchemaDigest(connection), digests, []);
    }

    // Tables of SQLite itself are statistics, except the one that keeps the next numbers.
    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND (name = 'sqlite_sequence' OR name NOT LIKE 'sqlite\\_%' ESCAPE '\\') ORDER BY name", connection);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static string SchemaDigest(SqliteConnection connection)
    {
        using var command = new SqliteCommand("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name", connection);
        using var reader = command.ExecuteReader();
        var text = new StringBuilder();
        while (reader.Read()) text.AppendJoin('\u001f', reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)).Append('\u001e');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static TableDigest DigestOf(SqliteConnection connection, string table)
    {
        using var command = new SqliteCommand($"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
        using var reader = command.ExecuteReader();
        var digest = new RowDigest();
        using var row = new MemoryStream();
        while (reader.Read())
        {
            row.SetLength(0);
            for (var i = 0; i < reader.FieldCount; i++) Append(row, reader.GetValue(i));
            digest.Add(row.GetBuffer().AsSpan(0, (int)row.Length));
        }

        return digest.Of(table);
    }

    // Kind, length and bytes of a value: two different rows never give the same bytes.
    private static void Append(MemoryStream row, object value)
    {
        Span<byte> number = stackalloc byte[8];
        switch (value)
        {
            case DBNull:
                Append(row, (byte)'n', []);
                break;
            case long whole:
                BinaryPrimitives.WriteInt64BigEndian(number, whole);
                Append(row, (byte)'i', number);
                break;
            case double real:
                BinaryPrimitives.WriteDoubleBigEndian(number, real);
                Append(row, (byte)'r', number);
                break;
            case string text:
                Append(row, (byte)'t', Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                Append(row, (byte)'b', bytes);
                break;
            default:
                throw new InvalidOperationException($"SQLite gave a value of type {value.GetType()}.");
        }
    }

    private static void Append(MemoryStream row, byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        row.WriteByte(kind);
        row.Write(length);
        row.Write(bytes);
    }
}
