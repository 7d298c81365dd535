using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Jobs.House;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Jobs;

/// <summary>The end of a body, in every table the model knows.</summary>
public sealed class EndedBodyTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task After_thirty_days_no_row_of_a_removed_body_is_left_but_that_it_ended(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var admin = await app.Join(towns.A, "admin", Role.BodyAdministrator);
        await app.UseAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(admin, (u, ct) => u.Run(towns.A, ct));
        var removed = app.Clock.GetCurrentInstant();
        Assert.Equal(1, await app.UseAs<RemoveBodies, int>(admin with { May = _ => true }, (u, ct) => u.Run(b => b.Key == TwoTowns.KeyOfA, ct)));
        await Fill(app, towns.A);
        await Fill(app, towns.B);
        var (before, neighbour) = (await Rows(app, towns.A), await Rows(app, towns.B));
        Assert.True(before.Count > 15, "Almost no table was found.");
        Assert.DoesNotContain(0L, before.Values);

        app.Clock.Advance(Duration.FromDays(29));
        await Night(app, towns.A);
        Assert.Equal(before.Keys, (await Rows(app, towns.A)).Where(t => t.Value > 0).Select(t => t.Key));
        app.Clock.Advance(Duration.FromDays(2));
        await Night(app, towns.A);

        Assert.Equal(["events 1", "tenants 1"], (await Rows(app, towns.A)).Where(t => t.Value > 0).Select(t => $"{t.Key} {t.Value}"));
        Assert.Equal(neighbour, await Rows(app, towns.B));
        var left = await app.UseAs<AppDb, Event>(Actor.House(towns.A), (db, ct) => db.Events.SingleAsync(ct));
        Assert.Equal((EndedBody.Kind, "system", towns.A.ToString()), (left.Kind, left.Actor.Value, left.Subject));
        Assert.Equal($$"""{"removedAt":"{{removed}}"}""", left.After);
        Assert.Null(left.Before);
        Assert.Equal(["admin"], await app.UseAs<AppDb, List<string>>(Actor.Nobody, (db, ct) => db.Set<User>().Select(u => u.DisplayName).ToListAsync(ct)));
        Assert.Empty((await app.UseAs<JobSweep, List<BodyId>>(Actor.Nobody, (s, ct) => s.BodiesWithWork(ct))).Except([towns.B]));
    }

    [Theory, EveryDatabase]
    public async Task What_an_older_version_left_of_a_removed_body_goes_too(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.UseAs<AppDb, int>(towns.OfA, async (db, ct) =>
        {
            var body = await db.Bodies.SingleAsync(ct);
            body.RemovedAt = app.Clock.GetCurrentInstant();
            await db.SaveChangesAsync(ct);
            db.Remove(body);
            return await db.SaveChangesAsync(ct);
        });
        Assert.True((await Rows(app, towns.A))["services"] > 0);
        app.Clock.Advance(Duration.FromDays(31));
        await Night(app, towns.A);
        Assert.Equal(["events 1", "tenants 1"], (await Rows(app, towns.A)).Where(t => t.Value > 0).Select(t => $"{t.Key} {t.Value}"));
    }

    private static async Task Night(TestApp app, BodyId body)
    {
        var job = (await app.UseAs<JobQueue, Result<Job>>(Actor.House(body), (q, ct) => q.Start(body, PurgeBody.Kind, PurgeBody.Kind, new { }, ct))).Value;
        await using var node = app.WithJobs();
        Assert.Null(await node.GetRequiredService<JobRunner>().Run(body, job.Id, Ct));
    }

    // A row in every table of bodies, whatever its columns are: one that is added later is filled, too.
    private static Task<bool> Fill(TestApp app, BodyId body) => Past(app, async (model, connection) =>
    {
        foreach (var entity in Tables(model).Where(e => e.ClrType != typeof(Tenant)))
        {
            await using var command = connection.CreateCommand();
            var columns = entity.GetProperties().ToList();
            foreach (var column in columns)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@{column.GetColumnName()}";
                parameter.Value = column.ClrType == typeof(BodyId) ? (object)body.Value
                    : column.Name == nameof(ModelItem.RemovedAt) ? Micros(app.Clock.GetCurrentInstant())
                    : column.IsNullable ? DBNull.Value
                    : column.ClrType == typeof(Instant) ? Micros(app.Clock.GetCurrentInstant() + Duration.FromDays(100)) : Any(column);
                command.Parameters.Add(parameter);
            }

            command.CommandText = $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES ({string.Join(", ", columns.Select(c => $"@{c.GetColumnName()}"))})";
            await command.ExecuteNonQueryAsync(Ct);
        }

        return true;
    });

    private static long Micros(Instant at) => at.ToUnixTimeTicks() / 10;

    private static object Any(IProperty column)
    {
        var type = column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType;
        return type == typeof(Guid) ? Guid.CreateVersion7() : type == typeof(string) ? "x" : type == typeof(byte[]) ? Array.Empty<byte>() : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0) : Activator.CreateInstance(type)!;
    }

    private static Task<SortedDictionary<string, long>> Rows(TestApp app, BodyId body) => Past(app, async (model, connection) =>
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var entity in Tables(model))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {entity.GetTableName()} WHERE body_id = @body";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@body", body.Value);
            command.Parameters.Add(parameter);
            rows[entity.GetTableName()!] = Convert.ToInt64(await command.ExecuteScalarAsync(Ct), null);
        }

        return rows;
    });

    private static IEnumerable<IEntityType> Tables(IModel model) => model.GetEntityTypes().Where(e => typeof(ITenantRow).IsAssignableFrom(e.ClrType));

    // As the owner of the tables, past both walls.
    private static async Task<T> Past<T>(TestApp app, Func<IModel, DbConnection, Task<T>> work)
    {
        await using DbConnection connection = app.Choice is DatabaseChoice.Postgres postgres
            ? new NpgsqlConnection(PostgresServer.AsSuperuser(postgres).ConnectionString) : new SqliteConnection(((DatabaseChoice.Sqlite)app.Choice).ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Ct);
        return await work(await app.Use<AppDb, IModel>((db, _) => Task.FromResult(db.Model)), connection);
    }
}
