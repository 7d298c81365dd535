using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>Each of the two walls between bodies holds alone. With both gone the same look finds the neighbour, so the tests can fail.</summary>
public sealed class WallTests
{
    private static readonly Walls FilterAlone = new(Filter: true, Database: false);
    private static readonly Walls DatabaseAlone = new(Filter: false, Database: true);

    [Theory, EveryDatabase]
    public async Task The_filter_alone_shows_no_row_of_others(TestApp app) => Assert.Equal([], await ForeignRows(app, FilterAlone, ignoreFilters: false));

    [Theory, EveryDatabase]
    public async Task The_wall_in_the_database_alone_shows_no_row_of_others(TestApp app) => Assert.Equal([], await ForeignRows(app, DatabaseAlone, ignoreFilters: true));

    [Theory, EveryDatabase]
    public async Task Without_walls_the_rows_of_others_are_there(TestApp app)
    {
        var seen = await ForeignRows(app, new Walls(false, false), ignoreFilters: true);
        Assert.Superset(new HashSet<string>(["bodies", "services", "events", "tenants", "members", "consents"]), seen.ToHashSet());
    }

    [Theory, EveryDatabase]
    public async Task Nobody_sees_nothing(TestApp app)
    {
        await TwoTowns.In(app);
        await using var node = app.WithWalls(DatabaseAlone);
        await using var scope = As(node, Actor.Nobody);
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<AppDb>().Bodies.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_row_cannot_be_added_changed_or_removed(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithWalls(DatabaseAlone);
        var origin = (await app.Use<AppDb, Body>((db, ct) => db.Bodies.FirstAsync(ct))).Content.Origin;
        await Refused(node, towns.OfA, db => db.Services.Add(new Service { BodyId = towns.B, Key = "new", Content = new() { Origin = origin, Responsibility = Responsibility.Own } }));
        var foreign = await app.Use<AppDb, Service>((db, ct) => db.Services.AsNoTracking().SingleAsync(s => s.BodyId == towns.B, ct));
        await Refused(node, towns.OfA, db => db.Services.Attach(foreign).Entity.Content = foreign.Content with { Name = "taken over" });
        await Refused(node, towns.OfA, db => db.Services.Remove(foreign));
        Assert.Contains(TwoTowns.SecretOfB, (await app.Use<AppDb, Service>((db, ct) => db.Services.SingleAsync(s => s.BodyId == towns.B, ct))).Content.Name, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_own_row_can_be_added_changed_and_removed(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.UseAs<AppDb, int>(towns.OfA, async (db, ct) =>
        {
            var own = await db.Services.SingleAsync(ct);
            own.Content = own.Content with { Name = "neu" };
            await db.SaveChangesAsync(ct);
            db.Services.Remove(own);
            return await db.SaveChangesAsync(ct);
        });
        Assert.Equal(0, await app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Services.CountAsync(ct)));
        Assert.Equal(1, await app.UseAs<AppDb, int>(towns.OfB, (db, ct) => db.Services.CountAsync(ct)));
    }

    [Theory, EveryDatabase]
    public async Task A_connection_keeps_nothing_of_who_used_it_before(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var node = app.WithWalls(DatabaseAlone);
        for (var i = 0; i < 20; i++)
        {
            var actor = i % 2 == 0 ? towns.OfA : towns.OfB;
            await using var scope = As(node, actor);
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("SELECT no_such_column FROM bodies", TestContext.Current.CancellationToken));
            Assert.Equal(actor.Scope.Acting, (await db.Bodies.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken)).BodyId);
        }
    }

    [Theory, EveryDatabase]
    public async Task Who_entered_a_body_looks_after_it_until_somebody_of_it_comes(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var entered = await app.UseAs<CreateBody, ResilienceMonitor.Platform.Result<Body>>(towns.OfA, (u, ct) => u.Run("ags:33333333", Bodies.Town.Of(900), ct));
        Assert.Null(entered.Refusal);
        var looking = towns.OfA with { Scope = TenantScope.Only(towns.A, entered.Value.BodyId) };
        Assert.Equal(2, await app.UseAs<AppDb, int>(looking, (db, ct) => db.Bodies.CountAsync(ct)));
        Assert.Equal(1, await app.UseAs<AppDb, int>(towns.OfB, (db, ct) => db.Bodies.CountAsync(ct)));
        await app.Use<AppDb, int>(async (db, ct) =>
        {
            (await db.Set<Tenant>().SingleAsync(t => t.BodyId == entered.Value.BodyId, ct)).ClaimedAt = app.Clock.GetCurrentInstant();
            return await db.SaveChangesAsync(ct);
        });
        await using var node = app.WithWalls(DatabaseAlone);
        await using var scope = As(node, looking);
        Assert.Equal(towns.A, (await scope.ServiceProvider.GetRequiredService<AppDb>().Bodies.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken)).BodyId);
    }

    [Fact]
    public async Task The_server_itself_ends_the_local_owner_with_the_first_account()
    {
        if (await TestApp.PreparedOnPostgres() is not { } app) return;
        await using var ends = app;
        var towns = await TwoTowns.In(app);
        Assert.Equal(2, await app.Use<AppDb, int>((db, ct) => db.Bodies.CountAsync(ct)));
        await Plant(app, towns);
        Assert.Equal(0, await app.Use<AppDb, int>((db, ct) => db.Bodies.CountAsync(ct)));
    }

    [Fact]
    public async Task A_table_cannot_be_read_past_its_view_on_sqlite()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var towns = await TwoTowns.In(app);
        foreach (var sql in (string[])["SELECT content AS \"Value\" FROM main.services", "SELECT content AS \"Value\" FROM \"main\".\"bodies\"", "SELECT body_id AS \"Value\" FROM temp.resmon_scope WHERE (DELETE)"])
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.UseAs<AppDb, List<string>>(towns.OfA, (db, ct) => db.Database.SqlQueryRaw<string>(sql).ToListAsync(ct)));
        foreach (var sql in (string[])["INSERT INTO temp.resmon_scope SELECT body_id FROM main.tenants", "DROP VIEW temp.services", "UPDATE temp.resmon_wall SET everything = 1", "DROP TRIGGER temp.services_insert"])
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Database.ExecuteSqlRawAsync(sql, ct)));
    }

    /// <summary>The tables in which somebody of one town sees a row of the other, or the mark of the other anywhere.</summary>
    private static async Task<IReadOnlyList<string>> ForeignRows(TestApp app, Walls walls, bool ignoreFilters)
    {
        var towns = await TwoTowns.In(app);
        await Plant(app, towns);
        await using var node = app.WithWalls(walls);
        await using var scope = As(node, towns.OfA);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var look = typeof(WallTests).GetMethod(nameof(Look), BindingFlags.NonPublic | BindingFlags.Static)!;
        var found = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(ITenantRow).IsAssignableFrom(e.ClrType)))
            if (await (Task<bool>)look.MakeGenericMethod(entity.ClrType).Invoke(null, [db, towns.B, ignoreFilters])!) found.Add(entity.GetTableName()!);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static async Task<bool> Look<T>(AppDb db, BodyId other, bool ignoreFilters) where T : class, ITenantRow
    {
        var rows = ignoreFilters ? db.Set<T>().IgnoreQueryFilters() : db.Set<T>();
        return (await rows.ToListAsync(TestContext.Current.CancellationToken)).Any(r => r.BodyId == other);
    }

    // Rows in the tables that use cases of the model do not fill. With the first account the local owner ends, so this goes past the walls.
    private static async Task Plant(TestApp app, TwoTowns towns)
    {
        await using var node = app.WithWalls(new Walls(false, false));
        await using var scope = As(node, Actor.LocalOwner);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = app.Clock.GetCurrentInstant();
        var user = new User { DisplayName = "B", UserName = "b", CreatedAt = now };
        db.Add(user);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        foreach (var body in (BodyId[])[towns.A, towns.B])
        {
            db.Add(new Member { BodyId = body, UserId = user.Id, Roles = [Role.Reader], Since = now });
            db.Add(new Consent
            {
                BodyId = body,
                Id = Guid.CreateVersion7(),
                GranteeId = BodyId.New(),
                GrantorName = "x",
                GrantorKey = "x",
                GranteeName = "x",
                Block = "profile",
                Purpose = "x",
                From = now,
                Until = now,
            });
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static AsyncServiceScope As(ServiceProvider node, Actor actor)
    {
        var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return scope;
    }

    private static async Task Refused(ServiceProvider node, Actor actor, Action<AppDb> change)
    {
        await using var scope = As(node, actor);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        change(db);

        // The event in the trail of the other body must not be what refuses.
        foreach (var entry in db.ChangeTracker.Entries<Event>().ToList()) entry.State = EntityState.Detached;
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }
}
