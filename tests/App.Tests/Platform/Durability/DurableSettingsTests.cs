using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Durability;

/// <summary>The program reads its settings back and does not start where "saved" would not mean saved.</summary>
public sealed class DurableSettingsTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-settings-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(directory, "resmon.db");

    [Theory, EveryDatabase]
    public async Task The_program_starts_with_its_own_settings(TestApp app) =>
        await app.Use<AppDbParts, bool>(async (parts, ct) => { await DurableSettings.Require(app.Choice, parts, ct); return true; });

    [Theory]
    [InlineData("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL", "journal_mode=delete, synchronous=2")]
    [InlineData("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL", "journal_mode=wal, synchronous=1")]
    [InlineData("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF", "journal_mode=wal, synchronous=0")]
    public async Task A_file_that_would_lose_changes_is_refused(string settings, string said)
    {
        await using var db = new DbContext(new DbContextOptionsBuilder().UseSqlite($"Data Source={File}").Options);
        await db.Database.OpenConnectionAsync(Token);
        await db.Database.ExecuteSqlRawAsync(settings, Token);
        var problem = await Assert.ThrowsAsync<StartProblem>(() => DurableSettings.Require(db, unsafeServerIsFine: false, Token));
        Assert.Equal("start.sqlite-not-durable", problem.Refusal.Code);
        Assert.Contains(said, problem.Refusal.Sentence);
    }

    [Fact]
    public async Task A_server_that_would_lose_changes_is_refused_unless_it_is_a_test()
    {
        var server = PostgresServer.Instance;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        await using var db = new DbContext(new DbContextOptionsBuilder().UseNpgsql($"{server!.NewDatabase().ConnectionString};Options=-c synchronous_commit=off").Options);
        var problem = await Assert.ThrowsAsync<StartProblem>(() => DurableSettings.Require(db, unsafeServerIsFine: false, Token));
        Assert.Contains("fsync=off, synchronous_commit=off", problem.Refusal.Sentence);
        await DurableSettings.Require(db, unsafeServerIsFine: true, Token);
    }

    [Fact]
    public async Task A_server_as_it_is_installed_is_accepted()
    {
        var server = PostgresServer.Durable;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        await using var db = new DbContext(new DbContextOptionsBuilder().UseNpgsql(server!.NewDatabase().ConnectionString).Options);
        await DurableSettings.Require(db, unsafeServerIsFine: false, Token);
    }

    /// <summary>A first start that was cut short leaves an empty file, or one without its journal.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("PRAGMA journal_mode=DELETE; CREATE TABLE t (a); DROP TABLE t")]
    public async Task A_first_start_that_was_cut_short_can_be_repeated(string? done)
    {
        await System.IO.File.WriteAllBytesAsync(File, [], Token);
        if (done is not null)
        {
            await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
            await connection.OpenAsync(Token);
#pragma warning disable CA2100 // Constants of this test.
            await using var command = new SqliteCommand(done, connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Token);
        }

        await using var app = new Lab.LabApp(directory, postgres: null);
        await app.Start(Token);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}
