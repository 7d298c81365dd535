using System.Buffers;
using Npgsql;
using ResilienceMonitor.Platform.Backup.Contents;

namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>The rows of one table as the server's own text form, a line for each row.</summary>
internal static class TableCopy
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Copies the rows out; what comes is digested and handed on.</summary>
    public static async Task<TableDigest> Out(NpgsqlConnection connection, CopiedTable table, Action<ReadOnlySpan<byte>> piece, CancellationToken ct)
    {
        var lines = new LineDigest();
        var buffer = new byte[BufferSize];
        using (var reader = await connection.BeginTextExportAsync($"COPY {Target(table)} TO STDOUT", ct))
        {
            var raw = ((StreamReader)reader).BaseStream;
            for (var read = await raw.ReadAsync(buffer, ct); read > 0; read = await raw.ReadAsync(buffer, ct))
            {
                lines.Add(buffer.AsSpan(0, read));
                piece(buffer.AsSpan(0, read));
            }
        }

        return lines.Of(table.Name);
    }

    /// <summary>Copies the rows of the part in.</summary>
    public static async Task In(NpgsqlConnection connection, CopiedTable table, PartReader part, CancellationToken ct)
    {
        var buffer = new byte[BufferSize];
        var writer = await connection.BeginTextImportAsync($"COPY {Target(table)} FROM STDIN", ct);
        try
        {
            var raw = ((StreamWriter)(TextWriter)writer).BaseStream;
            for (var read = part.Read(buffer); read > 0; read = part.Read(buffer)) await raw.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        catch
        {
            await writer.CancelAsync();
            throw;
        }

        await writer.DisposeAsync();
    }

    private static string Target(CopiedTable table) =>
        $"{PostgresSession.Name(table.Name)} ({string.Join(", ", table.Columns.Select(PostgresSession.Name))})";

    private sealed class LineDigest
    {
        private readonly RowDigest digest = new();
        private readonly ArrayBufferWriter<byte> begun = new();

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (var end = bytes.IndexOf((byte)'\n'); end >= 0; end = bytes.IndexOf((byte)'\n'))
            {
                if (begun.WrittenCount == 0) digest.Add(bytes[..end]);
                else
                {
                    begun.Write(bytes[..end]);
                    digest.Add(begun.WrittenSpan);
                    begun.ResetWrittenCount();
                }

                bytes = bytes[(end + 1)..];
            }

            begun.Write(bytes);
        }

        public TableDigest Of(string table) => digest.Of(table);
    }
}
