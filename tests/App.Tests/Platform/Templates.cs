using Npgsql;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>Databases with their tables, made once by the program itself and copied for every test.</summary>
internal static class Templates
{
    private static readonly Lazy<Task<string>> SqliteFile = new(MakeSqlite);
    private static readonly Lazy<Task<string>> PostgresName = new(MakePostgres);

    public static Task<string> Sqlite() => SqliteFile.Value;

    public static Task<string> Postgres(PostgresServer server) => server is null ? throw new ArgumentNullException(nameof(server)) : PostgresName.Value;

    private static async Task<string> MakeSqlite()
    {
        var directory = Directory.CreateTempSubdirectory("resmon-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        var file = ((DatabaseChoice.Sqlite)app.Choice).File;
        var copy = Path.Combine(directory, "template.db");
        File.Copy(file, copy);
        return copy;
    }

    private static async Task<string> MakePostgres()
    {
        await using var app = TestApp.OnPostgres()!;
        await app.Prepare();
        var made = new NpgsqlConnectionStringBuilder(((DatabaseChoice.Postgres)app.Choice).ConnectionString).Database!;
        // A database is copied only while nobody is connected to it.
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(PostgresServer.Instance!.NewDatabase(made).ConnectionString).Database!;
    }
}
