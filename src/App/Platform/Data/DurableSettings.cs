using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ResilienceMonitor.Platform.Data;

/// <summary>
/// Reads back at every start the settings on which "saved" means saved through a power cut, and refuses to start without them: a network
/// drive or a tuned server takes them away silently.
/// </summary>
public static class DurableSettings
{
    /// <summary>A throw-away server of tests may run without flushing; it has to say so in these words.</summary>
    public const string TestVariable = "RESMON_TEST_UNSAFE_POSTGRES";
    public const string TestValue = "yes-this-is-a-test";

    // Older versions have flaws that reach us; see the advisories of 2025.
    private static readonly Version OldestSqlite = new(3, 50, 4);

    /// <summary>Reads them as the application will use them, not as the owner of the tables: a server may treat roles differently.</summary>
    /// <exception cref="StartProblem">The database does not keep what it acknowledged.</exception>
    public static async Task Require(DatabaseChoice choice, AppDbParts parts, CancellationToken ct)
    {
        var application = choice is DatabaseChoice.Postgres postgres ? postgres with { Owner = null } : choice;
        await using var db = application.OwnerContext(parts);
        await Require(db, Environment.GetEnvironmentVariable(TestVariable) == TestValue, ct);
    }

    internal static async Task Require(DbContext db, bool unsafeServerIsFine, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            if (db.Database.IsSqlite()) await RequireOfSqlite(db, ct);
            else if (!unsafeServerIsFine) await RequireOfPostgres(db, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task RequireOfSqlite(DbContext db, CancellationToken ct)
    {
        var version = await Read(db, "SELECT sqlite_version()", ct);
        if (Version.Parse(version) < OldestSqlite) throw new StartProblem(Refusal.Of<PlatformTexts>("start.sqlite-too-old", version, OldestSqlite));
        var journal = await Read(db, "PRAGMA journal_mode", ct);
        var synchronous = await Read(db, "PRAGMA synchronous", ct);
        if (journal != "wal" || synchronous is not ("2" or "3"))
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.sqlite-not-durable", $"journal_mode={journal}, synchronous={synchronous}"));
    }

    private static async Task RequireOfPostgres(DbContext db, CancellationToken ct)
    {
        var wrong = new List<string>();
        foreach (var (setting, off) in new[] { ("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off") })
            if (await Read(db, $"SHOW {setting}", ct) == off) wrong.Add($"{setting}={off}");
        if (wrong.Count > 0) throw new StartProblem(Refusal.Of<PlatformTexts>("start.postgres-not-durable", string.Join(", ", wrong)));
    }

    private static async Task<string> Read(DbContext db, string query, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }
}
