using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>People and programs of fifty towns ask at the same time over two connections: each sees their own and nothing of the others.</summary>
public sealed class ManyTownsTests
{
    private const int Towns = 50;

    [Theory, EveryDatabase]
    public async Task Two_connections_serve_fifty_towns_and_mix_nothing_up(TestApp app)
    {
        var towns = await PlantedTown.Plant(app, Towns);
        await using var many = await ManyTowns.Start(WithTwo(app.Choice), towns, app.Choice);
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var wrong = await many.Ask(128, seed);
            Assert.True(wrong.Count == 0, $"Seed {seed}, {wrong.Count}:\n{string.Join('\n', wrong.Take(20))}");
        }
    }

    [Fact]
    public async Task Connections_that_keep_the_scope_of_whoever_used_them_before_are_noticed()
    {
        if (await TestApp.PreparedOnPostgres() is not { } app) return;
        await using var ends = app;
        var towns = await PlantedTown.Plant(app, 5);
        await using var many = await ManyTowns.Start(new Forgetful((DatabaseChoice.Postgres)WithTwo(app.Choice)), towns, app.Choice);
        Assert.NotEmpty(await many.Ask(64, 1));
    }

    private static DatabaseChoice WithTwo(DatabaseChoice choice) => choice is DatabaseChoice.Postgres postgres
        ? postgres with { ConnectionString = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { MaxPoolSize = 2 }.ConnectionString }
        : choice;

    /// <summary>A database whose scope is set once for each connection instead of with each transaction.</summary>
    private sealed record Forgetful(DatabaseChoice.Postgres Real) : DatabaseChoice
    {
        public override void Add(IServiceCollection services) => services.AddDbContext<AppDb, PostgresDb>(options =>
            options.UseNpgsql(Real.ConnectionString + ";No Reset On Close=true").AddInterceptors(new SetOnce()));

        public override AppDb OwnerContext(AppDbParts parts) => Real.OwnerContext(parts);
    }

    private sealed class SetOnce : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            var scope = eventData.Context is AppDb db ? db.Actor.Scope : TenantScope.None;
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT set_config('resmon.scope', coalesce(nullif(current_setting('resmon.scope', true), ''), '{scope.Acting?.Value:D}/{scope.User:D}/'), false)";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
