using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>
/// Backs a database up again and again while somebody writes to it, restores every backup, and looks whether each holds everything acknowledged
/// before it began, and no half of a transaction. It knows nothing of tests: programs that drill longer can run it as it is.
/// </summary>
/// <param name="source">The database, ours and prepared.</param>
/// <param name="place">An empty directory for backups and restored files.</param>
/// <param name="fresh">Makes an empty database to restore to; its argument is the number of the backup.</param>
/// <param name="clock">The time.</param>
public sealed class BackupDrill(DatabaseChoice source, string place, Func<int, DatabaseChoice> fresh, IClock clock)
{
    private readonly BackupKey key = BackupKey.OfPassphrase("a passphrase of the drill");
    private long acknowledged;

    public async Task<DrillReport> Run(int backups, int writesPerSecond, CancellationToken ct)
    {
        await Execute(source, "CREATE TABLE drill (n bigint PRIMARY KEY, text text NOT NULL); CREATE TABLE drill_sum (n bigint NOT NULL); INSERT INTO drill_sum VALUES (0)", ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = Task.Run(() => Write(writesPerSecond, stop.Token), ct);
        var (faults, slowest, written) = (new List<string>(), TimeSpan.Zero, 0L);
        for (var i = 0; i < backups; i++)
        {
            var before = Interlocked.Read(ref acknowledged);
            var watch = Stopwatch.StartNew();
            if (await One(i, before, ct) is { } fault) faults.Add($"{i}: {fault}");
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            written = Interlocked.Read(ref acknowledged);
        }

        await stop.CancelAsync();
        await writing;
        return new DrillReport(backups, written, slowest, faults);
    }

    private async Task<string?> One(int number, long acknowledgedBefore, CancellationToken ct)
    {
        try
        {
            return await BackUpAndRestore(number, acknowledgedBefore, ct);
        }
        catch (StartProblem problem)
        {
            return problem.Refusal.Sentence;
        }
    }

    private async Task<string?> BackUpAndRestore(int number, long acknowledgedBefore, CancellationToken ct)
    {
        var data = new DataDirectory(Path.Combine(place, "data"));
        var file = Path.Combine(place, "drill.backup");
        var made = await new MakeBackup(data, source, new BackupProofs(data), clock, _ => { }).Run(file, key, null, ct);
        if (made.Refusal is { } refused) return refused.Sentence;
        var target = fresh(number);
        var restored = await new RestoreBackup(target is DatabaseChoice.Sqlite sqlite ? new DataDirectory(Path.GetDirectoryName(sqlite.File)!) : data, target, clock, _ => { }).Run(file, key, replace: false, ct);
        if (restored.Refusal is { } notRestored) return notRestored.Sentence;
        var (count, last, sum) = (await Number(target, "SELECT count(*) FROM drill", ct), await Number(target, "SELECT coalesce(max(n), 0) FROM drill", ct), await Number(target, "SELECT n FROM drill_sum", ct));
        if (last < acknowledgedBefore) return $"{acknowledgedBefore} was acknowledged before the backup began; it ends with {last}.";
        if (count != last) return $"There are {count} rows up to {last}.";
        return sum == last * (last + 1) / 2 ? null : $"Half a transaction: the sum up to {last} is {sum}.";
    }

    private async Task Write(int perSecond, CancellationToken stop)
    {
        await using var connection = await Open(source, CancellationToken.None);
        if (source is DatabaseChoice.Sqlite) await Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        for (var n = 1L; !stop.IsCancellationRequested; n++)
        {
            await Execute(connection, string.Create(CultureInfo.InvariantCulture, $"BEGIN; INSERT INTO drill VALUES ({n}, 'row {n}'); UPDATE drill_sum SET n = n + {n}; COMMIT"));
            Interlocked.Exchange(ref acknowledged, n);
            await Task.Delay(1000 / perSecond, CancellationToken.None);
        }
    }

    private static async Task<DbConnection> Open(DatabaseChoice choice, CancellationToken ct)
    {
        DbConnection connection = choice switch
        {
            DatabaseChoice.Sqlite sqlite => new SqliteConnection($"Data Source={sqlite.File};Pooling=False"),
            DatabaseChoice.Postgres postgres => new NpgsqlConnection((postgres.Owner ?? postgres.ConnectionString) + ";Pooling=False"),
            _ => throw new NotSupportedException(),
        };
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task Execute(DatabaseChoice choice, string sql, CancellationToken ct)
    {
        await using var connection = await Open(choice, ct);
        await Execute(connection, sql);
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Number(DatabaseChoice choice, string sql, CancellationToken ct)
    {
        await using var connection = await Open(choice, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}

/// <summary>What a drill found; good when there are no faults.</summary>
public sealed record DrillReport(int Backups, long Written, TimeSpan Slowest, IReadOnlyList<string> Faults);
