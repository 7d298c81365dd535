using Npgsql;

namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>Everything is rebuilt inside one transaction; putting it in place is committing it.</summary>
internal sealed class PostgresPrepared(NpgsqlConnection connection, NpgsqlTransaction transaction, RestoredBackup restored, StepReached reached) : IPreparedRestore
{
    public async Task<RestoredBackup> Put(CancellationToken ct)
    {
        reached("before-commit");
        await transaction.CommitAsync(ct);
        reached("in-place");
        return restored;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
