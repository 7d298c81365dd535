using System.Diagnostics;
using System.Security.Cryptography;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Contents;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>Ended at any step, killed or out of room: the old or the new state is left, never something between.</summary>
public sealed class BackupFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_backup_that_ends_at_any_step_leaves_the_old_file_or_a_good_new_one(TestApp app)
    {
        using var backups = new Backups(app);
        var file = await backups.Made();
        var old = await File.ReadAllBytesAsync(file, Ct);
        await app.CreateTown("ags:05958004", 18_000);
        foreach (var step in await StepsOf(backups, () => backups.Make(Path.Combine(backups.Place, "steps.backup"))))
        {
            backups.Reached = s => { if (s == step) throw new IOException($"Ended at {s}."); };
            await Assert.ThrowsAsync<StartProblem>(() => backups.Make());
            backups.Reached = _ => { };
            if (step != "in-place") Assert.Equal(old, await File.ReadAllBytesAsync(file, Ct));
            Assert.Null((await backups.Verify(file)).Refusal?.Sentence);
            Assert.Empty(Directory.EnumerateFileSystemEntries(backups.Place, "*.part", SearchOption.AllDirectories));
            Assert.Empty(ScratchDirectory.Left(backups.Directory_.Path));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_killed_backup_leaves_no_file_that_is_called_backup_and_is_none(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var states = Directory.CreateTempSubdirectory("resmon-states-").FullName;
        backups.Reached = step => Copy(backups.Place, Path.Combine(states, step));
        await backups.Made();
        backups.Reached = _ => { };
        var found = Directory.EnumerateDirectories(states).ToList();
        Assert.True(found.Count > 5);
        foreach (var state in found)
        {
            var file = Path.Combine(state, "a.backup");
            Assert.Equal(state.EndsWith("in-place", StringComparison.Ordinal), File.Exists(file));
            if (File.Exists(file)) Assert.Null((await backups.Verify(file)).Refusal?.Sentence);

            // The next one clears the unencrypted files of the killed one away.
            var data = new DataDirectory(Path.Combine(state, "data"));
            var next = await new MakeBackup(data, app.Choice, new BackupProofs(data), app.Clock, _ => { }).Run(Path.Combine(state, "next.backup"), backups.Key, null, Ct);
            Assert.Null(next.Refusal?.Sentence);
            Assert.Empty(ScratchDirectory.Left(data.Path));
        }

        Directory.Delete(states, recursive: true);
    }

    [Theory, EveryDatabase]
    public async Task A_restore_that_ends_at_any_step_leaves_the_old_or_the_new_state(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var file = await backups.Made();
        var @new = await backups.Everything(app.Choice);
        var target = backups.Fresh();
        Assert.Null((await backups.Restore(file, target)).Refusal?.Sentence);
        foreach (var step in await StepsOf(backups, () => backups.Restore(file, backups.Fresh())))
        {
            await Backups.Execute(target, "UPDATE bodies SET key = 'ags:00000000'");
            var old = await backups.Everything(target);
            Assert.NotEqual(@new, old);
            app.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            backups.Reached = s => { if (s == step) throw new IOException($"Ended at {s}."); };
            await Assert.ThrowsAsync<StartProblem>(() => backups.Restore(file, target, replace: true));
            backups.Reached = _ => { };
            Assert.Equal(step == "in-place" ? @new : old, await backups.Everything(target));
            Assert.Empty(ScratchDirectory.Left(backups.DirectoryOf(target).Path));
        }

        app.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        Assert.Null((await backups.Restore(file, target, replace: true)).Refusal?.Sentence);
        Assert.Equal(@new, await backups.Everything(target));
    }

    [Fact]
    public async Task A_restore_killed_at_any_step_leaves_the_old_or_the_new_file()
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var file = await backups.Made();
        var @new = await backups.Everything(app.Choice);
        var target = (DatabaseChoice.Sqlite)backups.Fresh();
        Assert.Null((await backups.Restore(file, target)).Refusal?.Sentence);

        // The old state lives in the log: an old log beside a new file would be the end of both.
        using var open = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={target.File};Pooling=False");
        await Backups.Execute(target, "PRAGMA journal_mode=WAL");
        open.Open();
        using (var touch = new Microsoft.Data.Sqlite.SqliteCommand("SELECT count(*) FROM bodies", open)) touch.ExecuteScalar();
        await Backups.Execute(target, "UPDATE bodies SET key = 'ags:00000000'");
        var old = await backups.Everything(target);
        var states = Directory.CreateTempSubdirectory("resmon-states-").FullName;
        Copy(Path.GetDirectoryName(target.File)!, Path.Combine(states, "killed-server"));
        Assert.True(File.Exists(Path.Combine(states, "killed-server", "resmon.db-wal")));
        open.Close();
        var killed = new DatabaseChoice.Sqlite(Path.Combine(states, "killed-server", "resmon.db"));
        backups.Reached = step => Copy(Path.GetDirectoryName(killed.File)!, Path.Combine(states, step));
        Assert.Null((await backups.Restore(file, killed, replace: true)).Refusal?.Sentence);
        var found = Directory.EnumerateDirectories(states).Where(d => !d.EndsWith("killed-server", StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 4);
        foreach (var state in found)
            Assert.Equal(state.EndsWith("in-place", StringComparison.Ordinal) ? @new : old, await backups.Everything(new DatabaseChoice.Sqlite(Path.Combine(state, "resmon.db"))));
        Directory.Delete(states, recursive: true);
    }

    [Fact]
    public async Task A_damaged_database_can_be_replaced_and_is_kept()
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var file = await backups.Made();
        var target = (DatabaseChoice.Sqlite)backups.Fresh();
        Directory.CreateDirectory(Path.GetDirectoryName(target.File)!);
        await File.WriteAllTextAsync(target.File, new string('x', 9000), Ct);
        await File.WriteAllTextAsync(target.File + "-wal", "old log", Ct);
        var restored = await backups.Restore(file, target, replace: true);
        Assert.Null(restored.Refusal?.Sentence);
        Assert.Equal(await backups.Everything(app.Choice), await backups.Everything(target));
        Assert.Equal(9000, new FileInfo(restored.Value.Aside!).Length);
        Assert.Equal("old log", await File.ReadAllTextAsync(restored.Value.Aside + "-wal", Ct));
    }

    [Fact]
    public async Task A_damaged_database_gives_no_backup()
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, "CREATE TABLE filler (x text); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO filler SELECT hex(randomblob(100)) FROM n");
        Backups.Disconnect(app.Choice);
        await Backups.Execute(app.Choice, "PRAGMA journal_mode=DELETE");
        var file = ((DatabaseChoice.Sqlite)app.Choice).File;
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        RandomNumberGenerator.Fill(bytes.AsSpan(bytes.Length - 20_000, 8_000));
        await File.WriteAllBytesAsync(file, bytes, Ct);
        Assert.Equal("database-damaged", (await backups.Make()).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Two_backups_at_once_do_not_meet(TestApp app)
    {
        using var backups = new Backups(app);
        using var claim = ScratchDirectory.Claim(backups.Directory_.Path);
        Assert.Equal("already-running", (await backups.Make()).Refusal?.Code);
    }

    [Fact]
    public async Task A_disk_that_fills_up_at_any_byte_leaves_nothing_readable()
    {
        await using var app = TestApp.OnSqlite();
        using var backups = new Backups(app);
        for (var room = 0; room < 400_000; room += 33_333)
        {
            using var disk = new FullDisk(room);
            await Assert.ThrowsAsync<IOException>(() => BackupFile.WriteTo(disk, backups.Key, parts =>
            {
                parts.Begin("filler");
                for (var i = 0; i < 100; i++) parts.Write(RandomNumberGenerator.GetBytes(10_000));
                parts.End();
                return Task.CompletedTask;
            }));
            var cut = Path.Combine(backups.Place, "cut.backup");
            await File.WriteAllBytesAsync(cut, disk.ToArray(), Ct);
            Assert.NotNull((await backups.Verify(cut)).Refusal);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_full_disk_is_said_in_a_sentence_and_nothing_stays(TestApp app)
    {
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, "CREATE TABLE filler (x text)");
        for (var i = 0; i < 30; i++) await Backups.Execute(app.Choice, $"INSERT INTO filler VALUES ('{Convert.ToHexString(RandomNumberGenerator.GetBytes(60_000))}')");
        var good = await backups.Made();
        var small = Path.Combine(backups.Place, "small");
        Directory.CreateDirectory(small);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small), "A small disk needs the rights to mount one.");
        try
        {
            var problem = await Assert.ThrowsAsync<StartProblem>(() => backups.Make(Path.Combine(small, "b.backup")));
            Assert.Equal("outside.file", problem.Refusal.Code);
            Assert.Empty(Directory.EnumerateFileSystemEntries(small));
            if (app.Choice is not DatabaseChoice.Sqlite) return;
            await Assert.ThrowsAsync<StartProblem>(() => backups.Restore(good, new DatabaseChoice.Sqlite(Path.Combine(small, "resmon.db"))));
            Assert.False(File.Exists(Path.Combine(small, "resmon.db")));
            Assert.Empty(ScratchDirectory.Left(small));
        }
        finally
        {
            Run("umount", small);
        }
    }

    private static async Task<IReadOnlyList<string>> StepsOf<T>(Backups backups, Func<Task<Result<T>>> work)
    {
        var steps = new List<string>();
        backups.Reached = steps.Add;
        Assert.Null((await work()).Refusal?.Sentence);
        backups.Reached = _ => { };
        Assert.Equal("in-place", steps[^1]);
        Assert.True(steps.Count >= 5, string.Join(", ", steps));
        return steps;
    }

    // By a program of its own: within this one the locks of the running backup would stand in the way.
    private static void Copy(string from, string to) => Assert.True(Run("cp", "-r", from, to));

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            var fits = (int)Math.Min(count, room - Length);
            base.Write(buffer, offset, fits);
            if (fits < count) throw new IOException("No space left on device");
        }

        // A stream of this kind hands spans on to the method above.
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);
    }
}
