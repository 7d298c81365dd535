using System.Text;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Contents;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>What is backed up comes back, and nothing else.</summary>
public sealed class BackupTests
{
    private const string Canary = "Zitronenkanarienvogel-4711";

    [Theory, EveryDatabase]
    public async Task Everything_comes_back(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        await app.CreateTown("ags:05958008", 9_000);
        var file = await backups.Made();
        var target = backups.Fresh();
        var restored = await backups.Restore(file, target);
        Assert.Null(restored.Refusal?.Sentence);
        Assert.Null(restored.Value.Aside);
        var before = await backups.Everything(app.Choice);
        Assert.Contains("ags:05958008", before);
        Assert.Equal(before, await backups.Everything(target));
    }

    [Theory, EveryDatabase]
    public async Task Tables_that_no_backup_was_told_of_come_back_too(TestApp app)
    {
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, """
            CREATE TABLE parents (id integer PRIMARY KEY, name text NOT NULL UNIQUE, price numeric DEFAULT 1.5 CHECK (price > 0));
            CREATE TABLE "Odd ""Name" (parent_id integer NOT NULL REFERENCES parents (id), "Ünï" text, raw text);
            CREATE INDEX odd_index ON "Odd ""Name" ("Ünï") WHERE "Ünï" IS NOT NULL;
            CREATE VIEW both_tables AS SELECT p.name, o."Ünï" FROM parents p JOIN "Odd ""Name" o ON o.parent_id = p.id;
            INSERT INTO parents (id, name) VALUES (1, 'a' || chr(10) || chr(9) || 'b\c'), (2, '');
            INSERT INTO "Odd ""Name" VALUES (1, NULL, '\N'), (1, 'ä€𝄞', '\.');
            """.Replace("chr(", app.Choice is DatabaseChoice.Sqlite ? "char(" : "chr(", StringComparison.Ordinal));
        var target = backups.Fresh();
        var restored = await backups.Restore(await backups.Made(), target);
        Assert.Null(restored.Refusal?.Sentence);
        foreach (var table in new[] { "parents", "\"Odd \"\"Name\"", "both_tables" })
            Assert.Equal(await Backups.Ask(app.Choice, $"SELECT * FROM {table} ORDER BY 1, 2"), await Backups.Ask(target, $"SELECT * FROM {table} ORDER BY 1, 2"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Backups.Execute(target, "INSERT INTO parents (id, name) VALUES (1, 'again')"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Backups.Execute(target, "INSERT INTO parents (id, name, price) VALUES (9, 'cheap', 0)"));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_the_contents_can_be_read_from_the_file_or_beside_it(TestApp app)
    {
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, $"CREATE TABLE secrets (text text); INSERT INTO secrets VALUES ('{Canary}')");
        await backups.Made();
        Assert.Contains(Canary, await Backups.Ask(app.Choice, "SELECT * FROM secrets"));
        var files = Directory.EnumerateFiles(backups.Place, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, f => f.EndsWith("a.backup", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            foreach (var trace in new[] { Canary, "secrets", "CREATE TABLE", "installation" }) Assert.DoesNotContain(trace, text);
            if (!OperatingSystem.IsWindows() && file.EndsWith(".backup", StringComparison.Ordinal)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_signed_in_after_a_restore(TestApp app)
    {
        using var backups = new Backups(app);
        await app.Use<AppDb, int>((db, ct) =>
        {
            var (user, now) = (Guid.CreateVersion7(), app.Clock.GetCurrentInstant());
            db.Add(new User { Id = user, UserName = "someone", DisplayName = "Somebody", CreatedAt = now });
            db.Add(new Session { Id = "sessions-row", Handle = Guid.CreateVersion7(), UserId = user, CreatedAt = now, LastSeenAt = now, SignedInAt = now, Method = "password", Ticket = [] });
            db.Add(new ProtectionKey { Name = "protection_keys-row", Xml = "<key/>" });
            return db.SaveChangesAsync(ct);
        });
        var target = backups.Fresh();
        Assert.Null((await backups.Restore(await backups.Made(), target)).Refusal?.Sentence);
        foreach (var table in new[] { "sessions", "protection_keys" })
        {
            Assert.Contains($"{table}-row", await Backups.Ask(app.Choice, $"SELECT * FROM {table}"));
            Assert.Empty(await Backups.Ask(target, $"SELECT * FROM {table}"));
        }

        Assert.Equal("1|\n", await Backups.Ask(target, "SELECT count(*) FROM users"));
    }

    [Theory, EveryDatabase]
    public async Task A_database_that_is_there_is_refused_or_set_aside(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var file = await backups.Made();
        var target = backups.Fresh();
        Assert.Null((await backups.Restore(file, target)).Refusal?.Sentence);
        await Backups.Execute(target, "CREATE TABLE later (x integer); INSERT INTO later VALUES (42)");
        Assert.Equal("target-not-empty", (await backups.Restore(file, target)).Refusal?.Code);
        Assert.Equal("42|\n", await Backups.Ask(target, "SELECT x FROM later"));

        var replaced = await backups.Restore(file, target, replace: true);
        Assert.Null(replaced.Refusal?.Sentence);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Backups.Ask(target, "SELECT x FROM later"));
        Assert.Equal(await backups.Everything(app.Choice), await backups.Everything(target));
        var aside = target is DatabaseChoice.Sqlite
            ? await Backups.Ask(new DatabaseChoice.Sqlite(replaced.Value.Aside!), "SELECT x FROM later")
            : await Backups.Ask(target, $"SELECT x FROM {replaced.Value.Aside}.later");
        Assert.Equal("42|\n", aside);

        // And what was set aside does not stand in the way of the next backup.
        Assert.Null((await new MakeBackup(backups.DirectoryOf(target), target, new BackupProofs(backups.Directory_), app.Clock, _ => { })
            .Run(Path.Combine(backups.Place, "b.backup"), backups.Key, null, TestContext.Current.CancellationToken)).Refusal?.Sentence);
    }

    [Theory, EveryDatabase]
    public async Task A_database_in_use_is_not_replaced(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var file = await backups.Made();
        var before = await backups.Everything(app.Choice);
        await using var server = await Backups.Open(app.Choice);
        var refused = await new RestoreBackup(backups.DirectoryOf(app.Choice), app.Choice, app.Clock, _ => { }).Run(file, backups.Key, replace: true, TestContext.Current.CancellationToken);
        Assert.Contains(refused.Refusal?.Code, new[] { "in-use", "connections-open" });
        Assert.Equal(before, await backups.Everything(app.Choice));
    }

    [Theory, EveryDatabase]
    public async Task A_backup_of_a_newer_program_is_refused_before_anything_is_touched(TestApp app)
    {
        using var backups = new Backups(app);
        var newer = Path.Combine(backups.Place, "newer.backup");
        await Rewrite(await backups.Made(), newer, backups, m => m, header: h => h with { SchemaVersion = 99 });
        var target = backups.Fresh();
        var refused = await backups.Restore(newer, target);
        Assert.Equal("schema-newer", refused.Refusal?.Code);
        Assert.Contains("99", refused.Refusal!.Sentence);
        Assert.Null((await backups.Restore(Path.Combine(backups.Place, "a.backup"), target)).Refusal?.Sentence);

        // Nor does this program make backups it could not restore.
        await Backups.Execute(app.Choice, "UPDATE installation SET schema_version = 99");
        Assert.Equal("schema-newer", (await backups.Make(Path.Combine(backups.Place, "b.backup"))).Refusal?.Code);
        Assert.False(File.Exists(Path.Combine(backups.Place, "b.backup")));
    }

    [Theory, EveryDatabase]
    public async Task A_backup_of_the_other_kind_of_database_is_refused(TestApp app)
    {
        using var backups = new Backups(app);
        var file = await backups.Made();
        DatabaseChoice other = app.Choice is DatabaseChoice.Sqlite ? new DatabaseChoice.Postgres("Host=127.0.0.1;Port=1", null) : new DatabaseChoice.Sqlite(Path.Combine(backups.Place, "other", "resmon.db"));
        var refused = await backups.Restore(file, other);
        Assert.StartsWith("kind.", refused.Refusal?.Code, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_database_is_not_backed_up(TestApp app)
    {
        using var backups = new Backups(app);
        await Backups.Execute(app.Choice, "DROP TABLE installation");
        Assert.Equal("database-foreign", (await backups.Make()).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Every_damage_to_the_file_is_refused(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var whole = await File.ReadAllBytesAsync(await backups.Made(), TestContext.Current.CancellationToken);
        var damaged = Path.Combine(backups.Place, "damaged.backup");
        for (var i = 0; i < whole.Length; i += Math.Max(1, whole.Length / 40))
        {
            await File.WriteAllBytesAsync(damaged, [.. whole[..i], (byte)(whole[i] ^ 0x10), .. whole[(i + 1)..]], TestContext.Current.CancellationToken);
            Assert.NotNull((await backups.Verify(damaged)).Refusal);
            await File.WriteAllBytesAsync(damaged, whole[..i], TestContext.Current.CancellationToken);
            Assert.NotNull((await backups.Verify(damaged)).Refusal);
        }

        var target = backups.Fresh();
        Assert.NotNull((await backups.Restore(damaged, target)).Refusal);
        Assert.Null((await backups.Restore(Path.Combine(backups.Place, "a.backup"), target)).Refusal?.Sentence);
    }

    [Theory, EveryDatabase]
    public async Task A_backup_whose_rows_came_out_differently_is_no_good_backup(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var file = await backups.Made();
        var changed = Path.Combine(backups.Place, "changed.backup");
        await Rewrite(file, changed, backups, manifest => manifest with { Tables = [.. manifest.Tables.Select(t => t.Name == "bodies" ? t with { Rows = t.Rows + 1 } : t)] });
        Assert.Contains("bodies", (await backups.Verify(changed)).Refusal!.Sentence);
        await Rewrite(file, changed, backups, manifest => manifest with { SchemaDigest = "other" });
        Assert.Equal("copy-differs", (await backups.Restore(changed, backups.Fresh())).Refusal?.Code);
        await Rewrite(file, changed, backups, manifest => manifest);
        Assert.Null((await backups.Verify(changed)).Refusal?.Sentence);
    }

    [Theory, EveryDatabase]
    public async Task Only_so_many_backups_are_kept_and_only_our_own_are_removed(TestApp app)
    {
        using var backups = new Backups(app);
        var folder = Path.Combine(backups.Place, "many") + Path.DirectorySeparatorChar;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "resmon-notes.backup"), "mine", TestContext.Current.CancellationToken);
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            app.Clock.Advance(NodaTime.Duration.FromHours(i == 3 ? -72 : 1));
            made.Add((await backups.Make(folder, keep: 2)).Value.File);
            Assert.True(File.Exists(made[^1]));
        }

        Assert.Equal(3, Directory.EnumerateFiles(folder).Count());
        Assert.True(File.Exists(Path.Combine(folder, "resmon-notes.backup")));
        Assert.Equal("keep-needs-directory", (await backups.Make(Path.Combine(backups.Place, "one.backup"), keep: 2)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_backup_replaces_a_backup_and_nothing_else(TestApp app)
    {
        using var backups = new Backups(app);
        await backups.Made();
        await backups.Made();
        var precious = Path.Combine(backups.Place, "precious.txt");
        await File.WriteAllTextAsync(precious, "precious", TestContext.Current.CancellationToken);
        Assert.Equal("target-taken", (await backups.Make(precious)).Refusal?.Code);
        Assert.Equal("precious", await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken));
    }

    [Theory, EveryDatabase]
    public async Task A_part_that_names_a_path_is_refused_and_nothing_is_written(TestApp app)
    {
        using var backups = new Backups(app);
        var file = await backups.Made();
        var evil = Path.Combine(backups.Place, "evil.backup");
        foreach (var name in new[] { "../../evil", "/etc/evil", "database/../../evil", "table:../evil", @"C:\evil", "Database" })
        {
            await Rewrite(file, evil, backups, manifest => manifest, rename: part => part is PartWriter.Header or PartWriter.Manifest ? part : name);
            var target = backups.Fresh();
            Assert.Equal("damaged", (await backups.Verify(evil)).Refusal?.Code);
            Assert.Equal("damaged", (await backups.Restore(evil, target)).Refusal?.Code);
        }

        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(backups.Place, "*", SearchOption.AllDirectories), f => Path.GetFileName(f) == "evil");
    }

    private static Task Rewrite(string from, string to, Backups backups, Func<BackupManifest, BackupManifest> change, Func<BackupHeader, BackupHeader>? header = null, Func<string, string>? rename = null) =>
        BackupFile.Write(to, backups.Key, async target => await BackupFile.Read(from, backups.Key, source =>
        {
            var buffer = new byte[100_000];
            for (var name = source.Next(); name is not null && name != PartWriter.Manifest; name = source.Next())
            {
                if (name == PartWriter.Header)
                {
                    var read = source.ReadJson<BackupHeader>();
                    target.WriteJson(name, header?.Invoke(read) ?? read);
                    continue;
                }

                target.Begin(rename?.Invoke(name) ?? name);
                for (var read = source.Read(buffer); read > 0; read = source.Read(buffer)) target.Write(buffer.AsSpan(0, read));
                target.End();
            }

            target.WriteJson(PartWriter.Manifest, change(source.ReadJson<BackupManifest>()));
            return Task.FromResult(true);
        }));
}
