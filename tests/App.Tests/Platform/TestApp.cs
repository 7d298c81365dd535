using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Keys;
using ResilienceMonitor.Platform.Jobs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>The whole application without its web server, on an empty database of its own and a clock the test moves.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-test-").FullName;
    private readonly ServiceProvider provider;
    private bool isOver;

    private TestApp(string name, Func<string, DatabaseChoice> choose)
    {
        Name = name;
        Choice = choose(directory);
        provider = Node(Choice, Walls.Both);
    }

    public string Name { get; }

    public DatabaseChoice Choice { get; }

    public StoppedClock Clock { get; } = new(Instant.FromUtc(2026, 11, 21, 9, 0));

    public static TestApp OnSqlite() => new("SQLite", d => new DatabaseChoice.Sqlite(Path.Combine(d, "resmon.db")));

    public static TestApp? OnPostgres() => PostgresServer.Instance is { } server ? new("PostgreSQL", _ => server.NewDatabase()) : null;

    /// <summary>The same as <see cref="OnSqlite"/> with its tables, copied from one that was made once.</summary>
    public static async Task<TestApp> PreparedOnSqlite()
    {
        var template = await Templates.Sqlite();
        return new("SQLite", d =>
        {
            File.Copy(template, Path.Combine(d, "resmon.db"));
            return new DatabaseChoice.Sqlite(Path.Combine(d, "resmon.db"));
        });
    }

    /// <inheritdoc cref="PreparedOnSqlite"/>
    public static async Task<TestApp?> PreparedOnPostgres()
    {
        if (PostgresServer.Instance is not { } server) return null;
        var template = await Templates.Postgres(server);
        return new("PostgreSQL", _ => server.NewDatabase(template));
    }

    public async Task Prepare() => await Use<Database, bool>(async (d, ct) => { await d.Prepare(ct); return true; });

    /// <summary>Runs a piece of work in a scope of its own, as a request would, as the local owner.</summary>
    public Task<TResult> Use<TService, TResult>(Func<TService, CancellationToken, Task<TResult>> work) where TService : notnull => UseAs(Actor.LocalOwner, work);

    /// <summary>The same as somebody else.</summary>
    public async Task<TResult> UseAs<TService, TResult>(Actor actor, Func<TService, CancellationToken, Task<TResult>> work) where TService : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await work(scope.ServiceProvider.GetRequiredService<TService>(), TestContext.Current.CancellationToken);
    }

    /// <summary>The same application once more on the same database, with one of the walls taken away.</summary>
    public ServiceProvider WithWalls(Walls walls) => Node(
        !walls.Database && Choice is DatabaseChoice.Postgres postgres ? PostgresServer.AsSuperuser(postgres) : Choice, walls);

    /// <summary>The same application once more on the same database, as another node that knows further kinds of jobs.</summary>
    public ServiceProvider WithJobs(params IEnumerable<IJobKind> kinds) => Node(Choice, Walls.Both, kinds);

    /// <summary>The same application once more on the same database, as another node with a key file; null: without.</summary>
    public ServiceProvider WithKeyFile(string? path) => Node(Choice, Walls.Both, services => services.Replace(ServiceDescriptor.Singleton(new KeyFile(path is null ? null : Convert.FromBase64String(File.ReadAllText(path))))));

    public async ValueTask DisposeAsync()
    {
        if (isOver) return;
        isOver = true;
        await provider.DisposeAsync();
        if (Choice is DatabaseChoice.Postgres postgres) PostgresServer.Instance!.Drop(postgres);
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    public override string ToString() => Name;

    private ServiceProvider Node(DatabaseChoice choice, Walls walls, params IEnumerable<IJobKind> kinds) => Node(choice, walls, services =>
    {
        foreach (var kind in kinds) services.AddSingleton(kind);
    });

    private ServiceProvider Node(DatabaseChoice choice, Walls walls, Action<ServiceCollection> further)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAntiforgery(options => options.Cookie.Name = "resmon.form");
        services.AddPlatform(new DataDirectory(directory), choice);
        Features.Add(services);
        services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
        services.Replace(ServiceDescriptor.Singleton(walls));
        further(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class StoppedClock(Instant now) : IClock
{
    private Instant now = now;

    public Instant GetCurrentInstant() => now;

    public void Advance(Duration by) => now += by;
}
