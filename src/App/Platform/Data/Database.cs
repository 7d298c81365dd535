using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data.Upgrade;

namespace ResilienceMonitor.Platform.Data;

/// <summary>
/// Makes or upgrades the tables before anything else uses them, and refuses a database this program does not understand. An upgrade is done by one
/// program at a time.
/// </summary>
public sealed class Database(DatabaseChoice choice, AppDbParts parts, InstallationLock shared, IClock clock)
{
    /// <exception cref="StartProblem">The database is of a newer version, is not one of ours, or cannot be reached.</exception>
    public async Task Prepare(CancellationToken ct)
    {
        try
        {
            await using (var owner = choice.OwnerContext(Owner))
            {
                var state = await SchemaState.Of(owner, ct);
                await owner.DisposeAsync();
                if (state.Pending.Count > 0) await Upgrade(state, ct);
            }

            await DurableSettings.Require(choice, Owner, ct);
            if (choice is DatabaseChoice.Sqlite sqlite && !shared.TryShared()) throw new StartProblem(Refusal.Of<PlatformTexts>("start.in-use", sqlite.File));
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-unreadable", e.Message.ReplaceLineEndings(" ")));
        }
    }

    internal static async Task SetVersion(AppDb owner, IClock clock, CancellationToken ct)
    {
        if (await owner.Installations.OrderBy(i => i.Id).FirstOrDefaultAsync(ct) is { } installation)
            installation.SchemaVersion = Installation.CurrentSchema;
        else
            owner.Installations.Add(new Installation { SchemaVersion = Installation.CurrentSchema, CreatedAt = clock.GetCurrentInstant() });
        await owner.SaveChangesAsync(ct);
    }

    private AppDbParts Owner => parts with { Walls = new Walls(false, false) };

    private Task Upgrade(SchemaState state, CancellationToken ct) => choice switch
    {
        DatabaseChoice.Sqlite sqlite => new SqliteUpgrade(sqlite, Owner, clock).Run(state.IsNew, ct),
        DatabaseChoice.Postgres postgres => new PostgresUpgrade(postgres, Owner, clock).Run(ct),
        _ => throw new InvalidOperationException($"No upgrade for {choice.GetType().Name}."),
    };
}
