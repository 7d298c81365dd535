using System.CommandLine;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Cli;

/// <summary>What every verb shares: where it writes, the option for the data directory, and how it gets at the services.</summary>
public sealed class CommandContext(CommandOutput output, Action<IServiceCollection> addFeatures)
{
    public CommandOutput Output => output;

    public Option<string?> Data { get; } = new("--data") { Description = PlatformTexts.Get("cli.data"), Recursive = true };

    public Option<string?> Token { get; } = new("--token") { Description = PlatformTexts.Get("cli.token"), Recursive = true };

    /// <summary>Runs a piece of work in a scope of its own on a prepared database.</summary>
    public Task<int> Run(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct) =>
        Run(parsed, work, provider => CommandActor.Of(provider, parsed.GetValue(Token), ct), ct);

    /// <summary>The same as whoever runs the installation, for one piece of work that shows nothing of any body and needs no account.</summary>
    public Task<int> RunAsOperator(ParseResult parsed, Permission only, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct) =>
        Run(parsed, work, _ => Task.FromResult(Actor.Operator(only)), ct);

    /// <summary>The same without making or upgrading a database: for verbs that look at an installation from outside.</summary>
    public async Task<int> RunUnprepared(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        var directory = DataDirectory.Resolve(parsed.GetValue(Data));
        await using var provider = Services(directory, DatabaseChoice.Resolve(directory)).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider, ct);
    }

    /// <summary>The same on a new database that is deleted afterwards.</summary>
    public async Task<int> RunThrowAway(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        var directory = new DataDirectory(Directory.CreateTempSubdirectory("resmon-").FullName);
        try
        {
            await using var provider = Services(directory, new DatabaseChoice.Sqlite(directory.DatabaseFile)).BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Database>().Prepare(ct);
            return await work(scope.ServiceProvider, ct);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory.Path, recursive: true);
        }
    }

    /// <summary>Writes the sentence of a refusal.</summary>
    public int Refused(Refusal refusal)
    {
        output.Error.WriteLine(refusal.Sentence);
        return ExitCode.Refused;
    }

    private async Task<int> Run(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, Func<IServiceProvider, Task<Actor>> who, CancellationToken ct)
    {
        var directory = DataDirectory.Resolve(parsed.GetValue(Data));
        directory.Prepare();
        await using var provider = Services(directory, DatabaseChoice.Resolve(directory)).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using (var first = provider.CreateAsyncScope()) await first.ServiceProvider.GetRequiredService<Database>().Prepare(ct);
        var actor = await who(provider);
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await work(scope.ServiceProvider, ct);
    }

    private ServiceCollection Services(DataDirectory directory, DatabaseChoice database)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)

            // What cannot be read of the key ring is said by the verb that needs it.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None));
        services.AddPlatform(directory, database);
        addFeatures(services);
        return services;
    }
}
