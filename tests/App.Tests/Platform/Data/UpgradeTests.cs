using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Data.Upgrade;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Data;

/// <summary>Databases of released versions are kept as fixtures; each must open with everything in it.</summary>
public sealed class UpgradeTests
{
    private static readonly string[] ModelTables = ["bodies", "services", "resources", "segments", "measures", "scenarios", "regions", "events", "forecasts", "snapshots"];

    [Theory, EveryDatabase]
    public async Task The_tables_are_those_of_the_model(TestApp app) =>
        Assert.False(await app.Use<AppDb, bool>((db, _) => Task.FromResult(db.Database.HasPendingModelChanges())), "The model has changes without a migration: ./migration NAME");

    [Fact]
    public async Task Migrated_tables_equal_tables_made_from_the_model()
    {
        await using var migrated = await TestApp.PreparedOnSqlite();
        await using var made = TestApp.OnSqlite();
        await using (var node = made.WithWalls(new Walls(false, false)))
        await using (var scope = node.CreateAsyncScope())
        await using (var db = made.Choice.OwnerContext(scope.ServiceProvider.GetRequiredService<AppDbParts>()))
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Columns(FileOf(made)), Columns(FileOf(migrated)));
    }

    [Theory]
    [InlineData("0.1")]
    public async Task A_file_of_a_released_version_keeps_everything(string version)
    {
        await using var app = TestApp.OnSqlite();
        await Unpack(version, "sqlite.db.gz", FileOf(app));
        var before = Contents(FileOf(app));
        Assert.Contains(before, row => row.StartsWith("services:", StringComparison.Ordinal));
        await app.Prepare();
        Assert.Equal(before, Contents(FileOf(app)));
        await LooksAlive(app);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(FileOf(app))!, "before-upgrade")));
        await app.Prepare();
        Assert.Equal(before, Contents(FileOf(app)));
    }

    [Theory]
    [InlineData("0.1")]
    public async Task A_server_database_of_a_released_version_keeps_everything(string version)
    {
        if (TestApp.OnPostgres() is not { } app) return;
        await using var ends = app;
        var choice = (DatabaseChoice.Postgres)app.Choice;
        await using (var connection = new Npgsql.NpgsqlConnection(choice.Owner))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var script = new Npgsql.NpgsqlCommand(await Text(version, "postgres.sql.gz"), connection);
            await script.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        await app.Prepare();
        await LooksAlive(app);
    }

    [Fact]
    public async Task A_newer_database_is_refused_and_not_touched()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        Execute(FileOf(app), "UPDATE installation SET schema_version = 99");
        var before = Columns(FileOf(app));
        Assert.Equal("start.database-newer", (await Assert.ThrowsAsync<StartProblem>(app.Prepare)).Refusal.Code);
        Assert.Equal(before, Columns(FileOf(app)));
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(FileOf(app))!, "before-upgrade")));
        Execute(FileOf(app), $"UPDATE installation SET schema_version = {Installation.CurrentSchema}; INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Later', '99')");
        Assert.Equal("start.database-newer", (await Assert.ThrowsAsync<StartProblem>(app.Prepare)).Refusal.Code);
    }

    [Fact]
    public async Task An_upgrade_waits_for_nobody_that_still_runs()
    {
        await using var app = TestApp.OnSqlite();
        await Unpack("0.1", "sqlite.db.gz", FileOf(app));
        using var running = new InstallationLock(FileOf(app));
        Assert.True(running.TryShared());
        Assert.Equal("start.in-use", (await Assert.ThrowsAsync<StartProblem>(app.Prepare)).Refusal.Code);
        running.Dispose();
        await app.Prepare();
        await LooksAlive(app);
    }

    [Fact]
    public async Task What_a_stopped_upgrade_left_behind_does_not_matter()
    {
        await using var app = TestApp.OnSqlite();
        await Unpack("0.1", "sqlite.db.gz", FileOf(app));
        await File.WriteAllTextAsync(FileOf(app) + ".upgrading", "half of a file", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(FileOf(app) + ".upgrading-wal", "half of a log", TestContext.Current.CancellationToken);
        await app.Prepare();
        await LooksAlive(app);
    }

    [Fact]
    public async Task Programs_that_start_together_upgrade_once()
    {
        if (TestApp.OnPostgres() is not { } app) return;
        await using var ends = app;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.Prepare)));
        Assert.Equal(0, await app.Use<AppDb, int>((db, ct) => db.Bodies.CountAsync(ct)));
    }

    private static async Task LooksAlive(TestApp app)
    {
        var body = (await app.Use<BodyDirectory, Result<Body>>((u, ct) => u.Find("demo:musterstadt", ct))).Value;
        Assert.Equal("Unser Stab", (await app.Use<AppDb, Service>((db, ct) => db.Services.SingleAsync(s => s.BodyId == body.BodyId && s.Key == "crisis-team", ct))).Content.Name);
        Assert.Equal(13, await app.Use<AppDb, int>((db, ct) => db.Set<Tenant>().CountAsync(ct)));
        Assert.Null((await app.Use<ModelReader, Result<BodyModel>>((u, ct) => u.Load("demo:musterstadt", ct))).Refusal);
    }

    private static string FileOf(TestApp app) => ((DatabaseChoice.Sqlite)app.Choice).File;

    private static async Task Unpack(string version, string name, string target)
    {
        await using var packed = Fixture(version, name);
        await using var file = File.Create(target);
        await packed.CopyToAsync(file, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Text(string version, string name)
    {
        await using var packed = Fixture(version, name);
        using var reader = new StreamReader(packed);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static GZipStream Fixture(string version, string name) =>
        new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", version, name)), CompressionMode.Decompress);

    private static List<string> Columns(string file) => Query(file, """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'qrtz%' ORDER BY 1
        """);

    private static List<string> Contents(string file) => [.. ModelTables.SelectMany(table =>
    {
        var columns = string.Join(" || '|' || ", Query(file, $"SELECT name FROM pragma_table_info('{table}') ORDER BY name").Select(c => $"coalesce(hex({c}), '-')"));
        return Query(file, $"SELECT {columns} FROM {table} ORDER BY 1").Select(row => $"{table}:{row}");
    })];

    private static List<string> Query(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private static void Execute(string file, string sql)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql + "; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;";
        command.ExecuteNonQuery();
    }
}
