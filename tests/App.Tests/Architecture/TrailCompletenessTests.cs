using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Tables.Import;
using Xunit;

namespace ResilienceMonitor.App.Tests.Architecture;

/// <summary>
/// No change of a body's state without an event. Saving writes the events itself, so the proof has three parts: every table of bodies is of a kind
/// that saving knows, a change of each such row leaves an event, and nothing changes rows past saving.
/// </summary>
public sealed partial class TrailCompletenessTests
{
    private static readonly string App = Path.Combine(SharedData.Root, "src", "App");

    // Files that may speak to a database themselves: what builds walls, upgrades, copies, or asks the server about itself.
    private static readonly string[] SpeakSql = ["/Platform/Tenancy/", "/Platform/Data/", "/Platform/Backup/", "/Platform/Jobs/"];

    // Sessions and recovery codes belong to accounts of the installation, not to a body; ending them is no state of a body.
    private static readonly string[] OfAccounts = ["/Platform/Identity/Sessions.cs", "/Platform/Identity/OwnCodes.cs", "/Platform/Identity/Keys/RotateKeys.cs"];

    [Fact]
    public async Task Every_table_of_bodies_is_recorded_derived_or_the_trail_itself()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var wrong = await app.Use<AppDb, List<string>>((db, _) => Task.FromResult(Unrecorded(db.Model)));
        Assert.Empty(wrong);
        var tables = await app.Use<AppDb, int>((db, _) => Task.FromResult(WallTable.Of(db.Model).Count));
        Assert.True(tables > 10, "Almost no table was found.");
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_any_recorded_row_leaves_an_event(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var now = app.Clock.GetCurrentInstant();
        var user = await app.UseAs<AppDb, Guid>(Actor.Nobody, async (db, ct) =>
        {
            var account = new User { UserName = "x", NormalizedUserName = "X", DisplayName = "x", CreatedAt = now };
            db.Add(account);
            await db.SaveChangesAsync(ct);
            return account.Id;
        });
        await app.UseAs<AppDb, bool>(towns.OfA, async (db, ct) =>
        {
            db.Add(new Member { BodyId = towns.A, UserId = user, Roles = [Role.Reader], Since = now });
            db.Add(new Invitation { BodyId = towns.A, Id = Guid.CreateVersion7(), SecretHash = "x", Roles = [Role.Reader], CreatedAt = now, EndsAt = now });
            db.Add(new ApiToken { BodyId = towns.A, Id = Guid.CreateVersion7(), Name = "x", SecretHash = "x", Scopes = [], CreatedBy = user, CreatedAt = now, EndsAt = now });
            db.Add(new Consent { BodyId = towns.A, Id = Guid.CreateVersion7(), GrantorName = "x", GrantorKey = "x", GranteeName = "x", Block = "profile", Purpose = "x", From = now, Until = now });
            db.Add(new StoredFile { BodyId = towns.A, Id = Guid.CreateVersion7(), Hash = new string('0', 64), Name = "liste.csv", MediaType = "text/csv", Bytes = [1], CreatedAt = app.Clock.GetCurrentInstant(), EndsAt = app.Clock.GetCurrentInstant() });
            db.Add(new Comment { BodyId = towns.A, Id = Guid.CreateVersion7(), Section = "services", ItemKey = "x", Text = "x", Author = ActorId.Of(user), CreatedAt = now });
            db.Add(new KnownHead { BodyId = towns.A, Table = "resources", Head = "software", Column = "name", ChangedAt = now });
            await db.SaveChangesAsync(ct);
            foreach (var member in await db.Set<Member>().ToListAsync(ct)) db.Remove(member);
            await db.SaveChangesAsync(ct);
            return true;
        });
        var kinds = await app.UseAs<AppDb, List<string>>(towns.OfA, (db, ct) => db.Events.Select(e => e.Kind).Distinct().ToListAsync(ct));
        var sections = kinds.Select(k => k.Split('.')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "members", "invitations", "tokens", "consents", "tenants", "bodies", "services", "files", "known-heads", "comments" }, sections);
        Assert.Contains("members.removed", kinds);

        // A new kind of recorded row must be added above.
        var audited = typeof(AppDb).Assembly.GetTypes().Where(t => t.IsClass && typeof(IAudited).IsAssignableFrom(t)).Select(t => t.Name).Order();
        Assert.Equal(["ApiToken", "Comment", "Consent", "Invitation", "KnownHead", "Member", "StoredFile", "Tenant"], audited);
    }

    [Fact]
    public void Nothing_changes_rows_past_saving()
    {
        var files = Directory.EnumerateFiles(App, "*.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .Select(f => (Name: f[App.Length..].Replace('\\', '/'), Text: File.ReadAllText(f))).Where(f => !f.Name.Contains("/obj/", StringComparison.Ordinal) && !f.Name.Contains("/bin/", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 200, "Almost no file was read.");
        Assert.Contains(files, f => PastSaving().IsMatch(f.Text));
        Assert.Empty(files.Where(f => PastSaving().IsMatch(f.Text) && !SpeakSql.Any(a => f.Name.StartsWith(a, StringComparison.Ordinal))).Select(f => f.Name));

        // These two change rows where no comparison of before and after is made, even in the files above; on no table of bodies.
        var ofAccounts = new Regex(@"Set<(\w+)>\(\)[^;]*Execute(Update|Delete)");
        Assert.All(files.SelectMany(f => ofAccounts.Matches(f.Text)), m => Assert.Equal("Session", m.Groups[1].Value));
        Assert.Empty(files.Where(f => InBulk().IsMatch(f.Text) && !OfAccounts.Contains(f.Name)).Select(f => f.Name));
    }

    [Fact]
    public void A_table_that_saving_does_not_know_is_found()
    {
        var model = new ModelBuilder();
        model.Entity<Silent>().HasKey(s => s.BodyId);
        model.Entity<Silent>().Property(s => s.BodyId).HasConversion(b => b.Value, v => new BodyId(v));
        Assert.Single(Unrecorded(model.FinalizeModel()));
    }

    private static List<string> Unrecorded(IModel model) =>
        [.. model.GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(ITenantRow).IsAssignableFrom(t))
            .Where(t => !typeof(ModelItem).IsAssignableFrom(t) && !typeof(IAudited).IsAssignableFrom(t) && !typeof(IDerivedRow).IsAssignableFrom(t) && t != typeof(Event)).Select(t => t.Name)];

    private sealed class Silent : ITenantRow
    {
        public BodyId BodyId { get; init; }
    }

    [GeneratedRegex(@"\b(ExecuteSql\w*|SqlQuery\w*|FromSql\w*|CreateCommand|BulkInsert|BeginBinaryImport)\b")]
    private static partial Regex PastSaving();

    [GeneratedRegex(@"\b(ExecuteUpdate|ExecuteDelete)(Async)?\b")]
    private static partial Regex InBulk();
}
