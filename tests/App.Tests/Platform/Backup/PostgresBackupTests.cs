using Npgsql;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>What only a server database has: roles, walls between rows, sequences, functions.</summary>
public sealed class PostgresBackupTests
{
    private const string Objects = """
        CREATE SEQUENCE tickets START 100 INCREMENT 5;
        CREATE FUNCTION doubled(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * x';
        CREATE TABLE everything (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ticket bigint DEFAULT nextval('tickets'), old serial, half integer, twice integer GENERATED ALWAYS AS (half * 2) STORED,
          at timestamptz, span interval, number double precision, raw bytea, list text[], doc jsonb, key uuid, word varchar(20) COLLATE "C");
        INSERT INTO everything (half, at, span, number, raw, list, doc, key, word) SELECT i, '2026-11-21 09:00:00.123456+01', '1 mon 2 days 03:04:05.6', 0.1::float8 / 3 * i, decode('00ff0a5c', 'hex'),
          ARRAY['a,b', NULL, '"'], '{"a": [1, null]}', '01234567-89ab-7cde-8f01-23456789abcd', 'ä\nb' FROM generate_series(1, 500) AS i;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.word := upper(NEW.word); RETURN NEW; END $$;
        CREATE TRIGGER touched BEFORE UPDATE ON everything FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE INDEX everything_doubled ON everything (doubled(half)) INCLUDE (word);
        """;

    [Fact]
    public async Task Everything_a_server_knows_of_a_table_comes_back()
    {
        await using var app = await App();
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, Objects);
        var target = backups.Fresh();
        Assert.Null((await backups.Restore(await backups.Made(), target)).Refusal?.Sentence);
        Assert.Equal(await Backups.Ask(app.Choice, "SELECT e.*::text FROM everything e ORDER BY id"), await Backups.Ask(target, "SELECT e.*::text FROM everything e ORDER BY id"));

        // The next numbers go on where they were, and triggers and generated columns work.
        const string insert = "INSERT INTO everything (half) VALUES (-21) RETURNING id, ticket, old, twice";
        Assert.Equal(await Backups.Ask(app.Choice, insert), await Backups.Ask(target, insert));
        Assert.Equal("SHOUT|\n", await Backups.Ask(target, "UPDATE everything SET word = 'shout' WHERE half = -21 RETURNING word"));
    }

    [Fact]
    public async Task Rows_behind_the_second_wall_are_all_there_or_there_is_no_backup()
    {
        await using var app = await App();
        await app.CreateTown("ags:05958004", 18_000);
        using var backups = new Backups(app);
        var application = Application(app.Choice);
        Assert.Equal("0|\n", await Backups.Ask(application, "SELECT count(*) FROM bodies"));
        Assert.Equal("owner-needed", (await Make(backups, application, app)).Refusal?.Code);

        var made = await Make(backups, app.Choice, app);
        Assert.Null(made.Refusal?.Sentence);
        var target = backups.Fresh();
        Assert.Null((await backups.Restore(made.Value.File, target)).Refusal?.Sentence);
        Assert.Contains("ags:05958004", await Backups.Ask(target, "SELECT key FROM bodies"));

        // The wall came back with the rows, and the application can read what it may.
        Assert.Equal("0|\n", await Backups.Ask(Application(target), "SELECT count(*) FROM bodies"));
        Assert.Equal("1|\n", await Backups.Ask(Application(target), "SELECT count(*) FROM installation"));
    }

    [Theory]
    [InlineData("CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.rows (x integer)", "elsewhere.rows")]
    [InlineData("CREATE TABLE parts (x integer) PARTITION BY RANGE (x)", "public.parts")]
    [InlineData("CREATE MATERIALIZED VIEW kept AS SELECT 1 AS x", "public.kept")]
    [InlineData("CREATE TYPE mood AS ENUM ('good'); CREATE TABLE moods (m mood)", "mood")]
    public async Task What_a_backup_cannot_hold_is_refused_and_not_left_out(string sql, string named)
    {
        await using var app = await App();
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, sql);
        var refused = await backups.Make();
        Assert.Equal("schema-unknown", refused.Refusal?.Code);
        Assert.Contains(named, refused.Refusal!.Sentence);
    }

    [Fact]
    public async Task A_missing_role_is_named()
    {
        await using var app = await App();
        using var backups = new Backups(app);
        var role = $"r{Guid.CreateVersion7():N}";
        PostgresServer.Instance!.Execute($"CREATE ROLE {role}");
        await Backups.Execute(app.Choice, $"GRANT SELECT ON bodies TO {role}");
        var file = await backups.Made();
        PostgresServer.Instance!.Execute($"DROP OWNED BY {role}; DROP ROLE {role}", new NpgsqlConnectionStringBuilder(((DatabaseChoice.Postgres)app.Choice).ConnectionString).Database!);
        var refused = await backups.Restore(file, backups.Fresh());
        Assert.Equal("role-missing", refused.Refusal?.Code);
        Assert.Contains(role, refused.Refusal!.Sentence);
    }

    private static Task<Result<ProvenBackup>> Make(Backups backups, DatabaseChoice choice, TestApp app) =>
        new MakeBackup(backups.Directory_, choice, new BackupProofs(backups.Directory_), app.Clock, _ => { })
            .Run(Path.Combine(backups.Place, "wall.backup"), backups.Key, null, TestContext.Current.CancellationToken);

    private static async Task<TestApp> App()
    {
        var app = TestApp.OnPostgres();
        Assert.SkipWhen(app is null, "PostgreSQL is not installed.");
        await app.Prepare();
        return app;
    }

    /// <summary>The application alone, without the owner. The options of an owner's session do not help it.</summary>
    private static DatabaseChoice Application(DatabaseChoice choice) => new DatabaseChoice.Postgres(((DatabaseChoice.Postgres)choice).ConnectionString, null);
}
