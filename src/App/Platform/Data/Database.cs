using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace ResilienceMonitor.Platform.Data;

/// <summary>Makes the tables of a new installation and refuses a database this program does not understand.</summary>
public sealed class Database(AppDb db, IClock clock)
{
    /// <exception cref="StartProblem">The database is of a newer version, or is not one of ours.</exception>
    public async Task Prepare(CancellationToken ct)
    {
        try
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(ct)) await creator.CreateAsync(ct);
            await DurableSettings.Require(db, ct);
            if (!await creator.HasTablesAsync(ct)) await CreateTables(creator, ct);
            var installation = await db.Installations.OrderBy(i => i.Id).FirstOrDefaultAsync(ct);
            if (installation is null) throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-foreign"));
            if (installation.SchemaVersion > Installation.CurrentSchema)
                throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-newer", installation.SchemaVersion, Installation.CurrentSchema));
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-unreadable", e.Message.ReplaceLineEndings(" ")));
        }
    }

    private async Task CreateTables(IRelationalDatabaseCreator creator, CancellationToken ct)
    {
        // Together: a start that is killed in between must not leave a database that looks foreign.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await creator.CreateTablesAsync(ct);
        db.Installations.Add(new Installation { SchemaVersion = Installation.CurrentSchema, CreatedAt = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
