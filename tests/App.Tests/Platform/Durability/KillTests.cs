using ResilienceMonitor.Lab.Kill;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Durability;

/// <summary>The short form of <c>lab kill</c>: the real application is killed at random moments under load.</summary>
public sealed class KillTests
{
    private const int Seed = 2026;

    [Fact]
    public Task A_kill_loses_nothing_on_SQLite() => LosesNothing(newPostgres: null);

    [Fact]
    public Task A_kill_loses_nothing_on_PostgreSQL()
    {
        var server = PostgresServer.Durable;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        return LosesNothing(() => server!.NewDatabase());
    }

    [Fact]
    public async Task Acknowledging_before_the_commit_is_caught()
    {
        var tally = await new KillTrial(Seed, newPostgres: null, KillWriter.AcknowledgeFirst).Run(cycles: 4, TestContext.Current.CancellationToken);
        Assert.NotEmpty(tally.Failures);
    }

    private static async Task LosesNothing(Func<DatabaseChoice.Postgres>? newPostgres)
    {
        var trial = new KillTrial(Seed, newPostgres, weakened: null);
        var tally = await trial.Run(cycles: 3, TestContext.Current.CancellationToken);
        Assert.Empty(tally.Failures);
        Assert.Equal(3, tally.Passed);
        Assert.True(trial.Acknowledged > 0, "Every kill came before the first change.");
    }
}
