using NodaTime;
using Npgsql;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Doctor;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>Each thing that can be wrong with an installation is found, and nothing is found where nothing is wrong.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("resmon-doctor-").FullName;

    private DataDirectory Data => new(path);

    [Fact]
    public async Task A_sound_database_has_no_findings()
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        Assert.Empty(await OfDatabase(app));
    }

    [Theory]
    [InlineData("UPDATE installation SET schema_version = 99", "database.newer")]
    [InlineData("UPDATE installation SET schema_version = 1", "database.older")]
    [InlineData("DROP TABLE installation", "database.foreign")]
    public async Task A_database_that_does_not_fit_is_named(string sql, string code)
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        await Backups.Execute(app.Choice, sql);
        Assert.Equal(code, Assert.Single(await OfDatabase(app)).Code);
    }

    [Fact]
    public async Task A_missing_and_an_unreadable_database_are_named()
    {
        await using var app = TestApp.OnSqlite();
        Assert.Equal("database.missing", Assert.Single(await OfDatabase(app)).Code);
        await File.WriteAllTextAsync(((DatabaseChoice.Sqlite)app.Choice).File, new string('x', 5000), TestContext.Current.CancellationToken);
        Assert.Equal("database.unreadable", Assert.Single(await OfDatabase(app)).Code);
    }

    [Fact]
    public async Task A_clock_behind_the_last_change_is_named()
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        await app.CreateTown("ags:05958004", 18_000);
        Assert.Empty(await OfDatabase(app));
        app.Clock.Advance(Duration.FromDays(-2));
        Assert.Equal("clock.behind-event", Assert.Single(await OfDatabase(app)).Code);
    }

    [Fact]
    public async Task A_clock_and_a_runtime_that_cannot_be_right_are_named()
    {
        await File.WriteAllTextAsync(Path.Combine(path, "file"), "", TestContext.Current.CancellationToken);
        var now = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(Path.Combine(path, "file")));
        Assert.Empty(await Codes(new ComputerExamination(Data, new Version(10, 0, 13), new StoppedClock(now))));
        Assert.Equal(["runtime.old"], await Codes(new ComputerExamination(Data, new Version(10, 0, 12), new StoppedClock(now))));
        Assert.Equal(["clock.behind-file"], await Codes(new ComputerExamination(Data, new Version(10, 1, 0), new StoppedClock(now - Duration.FromHours(1)))));
        Assert.Equal(["clock.impossible", "clock.behind-file"], await Codes(new ComputerExamination(Data, new Version(11, 0, 0), new StoppedClock(Instant.FromUtc(1970, 1, 1, 0, 0)))));
    }

    [Fact]
    public async Task A_directory_that_others_can_see_is_named()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.DoesNotContain("directory.open-to-others", await Codes(new DirectoryExamination(Data)));
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        Assert.Contains("directory.open-to-others", await Codes(new DirectoryExamination(Data)));
        Directory.CreateDirectory(Path.Combine(path, ".backup-1"));
        Assert.Contains("directory.left-over", await Codes(new DirectoryExamination(Data)));
        Assert.Equal("directory.missing", new DirectoryExamination(new DataDirectory(Path.Combine(path, "no"))).Unreachable()?.Code);
    }

    [Theory]
    [InlineData("OneDrive - Stadt Musterstadt", "OneDrive - Stadt Musterstadt")]
    [InlineData("Nextcloud", "Nextcloud")]
    [InlineData("plain", null)]
    public void A_folder_that_is_synchronised_is_known_by_its_name(string folder, string? found) =>
        Assert.Equal(found, DirectoryExamination.SyncedBy(Directory.CreateDirectory(Path.Combine(path, folder, "resmon", "data")).FullName));

    [Theory]
    [InlineData("/srv/data", null)]
    [InlineData("/srv/share/data", "cifs")]
    [InlineData("/srv/share", "cifs")]
    [InlineData("/srv/shareholder", null)]
    [InlineData("/home/with blank/data", "nfs4")]
    [InlineData("/srv/share/local/x", null)]
    public void A_network_share_is_known_by_the_mount_that_holds_the_path(string directory, string? type) =>
        Assert.Equal(type, MountTable.NetworkTypeOf(directory, """
            /dev/sda1 / ext4 rw 0 0
            //server/share /srv/share cifs rw 0 0
            server:/x /home/with\040blank nfs4 rw 0 0
            /dev/sdb1 /srv/share/local ext4 rw 0 0
            """));

    [Fact]
    public async Task The_last_proven_backup_is_looked_after()
    {
        var clock = new StoppedClock(Instant.FromUtc(2026, 11, 21, 9, 0));
        var proofs = new BackupProofs(Data);
        async Task<IReadOnlyList<string>> Found() => await Codes(new ProofExamination(Data, proofs, clock));
        Assert.Equal(["backup.none"], await Found());
        var elsewhere = Path.GetTempFileName();
        proofs.Add(new ProvenBackup(elsewhere, 1, clock.GetCurrentInstant(), 1, 1), clock.GetCurrentInstant());
        Assert.Empty(await Found());
        clock.Advance(Duration.FromDays(BackupLimits.DaysUntilOld));
        Assert.Equal(["backup.old"], await Found());
        File.Delete(elsewhere);
        Assert.Equal(["backup.old", "backup.gone"], await Found());
        var inside = Path.Combine(path, "a.backup");
        await File.WriteAllTextAsync(inside, "", TestContext.Current.CancellationToken);
        proofs.Add(new ProvenBackup(inside, 1, clock.GetCurrentInstant(), 1, 1), clock.GetCurrentInstant());
        Assert.Equal(["backup.same-place"], await Found());
        await File.WriteAllTextAsync(Path.Combine(path, "proven-backups.json"), "{", TestContext.Current.CancellationToken);
        Assert.Equal(["backup.none"], await Found());
    }

    [Fact]
    public async Task The_role_of_the_application_has_to_be_behind_the_wall()
    {
        await using var app = TestApp.OnPostgres();
        Assert.SkipWhen(app is null, "PostgreSQL is not installed.");
        await app.Prepare();
        var choice = (DatabaseChoice.Postgres)app.Choice;
        Assert.Equal(["postgres.setting"], await Codes(new PostgresExamination(choice.ConnectionString, choice.Owner!, app.Clock)));
        var super = PostgresServer.AsSuperuser(choice).ConnectionString;
        Assert.Superset(new HashSet<string> { "postgres.superuser", "postgres.owns", "postgres.one-role", "postgres.setting" }, (await Codes(new PostgresExamination(super, super, app.Clock))).ToHashSet());
        Assert.Contains("postgres.owns", await Codes(new PostgresExamination(choice.Owner!, choice.Owner!, app.Clock)));
        Assert.Contains("postgres.owner-blind", await Codes(new PostgresExamination(choice.ConnectionString, choice.ConnectionString, app.Clock)));

        var role = $"r{Guid.CreateVersion7():N}";
        PostgresServer.Instance!.Execute($"CREATE ROLE {role} LOGIN BYPASSRLS");
        var bypassing = new NpgsqlConnectionStringBuilder(choice.ConnectionString) { Username = role }.ToString();
        Assert.Contains("postgres.bypass", await Codes(new PostgresExamination(bypassing, choice.Owner!, app.Clock)));
        Assert.Equal(["postgres.unreachable"], await Codes(new PostgresExamination("Host=127.0.0.1;Port=1;Timeout=2", choice.Owner!, app.Clock)));
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private static Task<IReadOnlyList<Finding>> OfDatabase(TestApp app) =>
        app.Use<AppDb, IReadOnlyList<Finding>>((db, ct) => new SqliteExamination(((DatabaseChoice.Sqlite)app.Choice).File, db, app.Clock).Run(ct));

    private static async Task<IReadOnlyList<string>> Codes(IExamination examination) =>
        [.. (await examination.Run(TestContext.Current.CancellationToken)).Select(f => f.Code)];
}
