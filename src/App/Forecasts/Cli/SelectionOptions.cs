using System.CommandLine;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary>The options that name what is simulated, shared by <c>simulate</c> and <c>rank</c>.</summary>
internal sealed class SelectionOptions
{
    private readonly Option<FileInfo?> package = new("--package") { Description = ForecastsTexts.Get("cli.package") };
    private readonly Option<string?> body = new("--body") { Description = ForecastsTexts.Get("cli.body") };
    private readonly Option<string?> region = new("--region") { Description = ForecastsTexts.Get("cli.region") };
    private readonly Option<string> scenario = new("--scenario") { Description = ForecastsTexts.Get("cli.scenario"), Required = true };
    private readonly Option<string?> provider = new("--provider") { Description = ForecastsTexts.Get("cli.provider") };
    private readonly Option<int> runs;
    private readonly Option<ulong> seed = new("--seed") { Description = ForecastsTexts.Get("cli.seed"), DefaultValueFactory = _ => 1 };
    private readonly Option<int> threads = new("--threads") { Description = ForecastsTexts.Get("cli.threads"), DefaultValueFactory = _ => Environment.ProcessorCount };

    /// <param name="command">The verb.</param>
    /// <param name="defaultRuns">Runs when nobody asks for a number.</param>
    /// <param name="list">A further option that names what is simulated; null: none.</param>
    public SelectionOptions(Command command, int defaultRuns, Option<FileInfo?>? list = null)
    {
        runs = new Option<int>("--runs") { Description = ForecastsTexts.Get("cli.runs"), DefaultValueFactory = _ => defaultRuns };
        foreach (var option in (Option[])[package, body, region, scenario, provider, runs, seed, threads, Json]) command.Add(option);
        threads.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 1 or > 256) r.AddError(ForecastsTexts.Get("cli.threads-range")); });
        command.Validators.Add(r =>
        {
            if (new Option?[] { package, body, region, list }.OfType<Option>().Count(o => r.GetResult(o) is { Implicit: false }) != 1)
                r.AddError(ForecastsTexts.Get(list is null ? "cli.one-of" : "cli.one-of-four"));
        });
    }

    public Option<bool> Json { get; } = new("--json") { Description = ForecastsTexts.Get("cli.json") };

    public FileInfo? Package(ParseResult parsed) => parsed.GetValue(package);

    /// <summary>True if a number of runs is asked for.</summary>
    public bool AsksForRuns(ParseResult parsed) => parsed.GetResult(runs) is { Implicit: false };

    public Selection Read(ParseResult parsed) => new()
    {
        Body = parsed.GetValue(body),
        Region = parsed.GetValue(region),
        Scenario = parsed.GetValue(scenario)!,
        Provider = parsed.GetValue(provider),
        Runs = parsed.GetValue(runs),
        Seed = parsed.GetValue(seed),
        Threads = parsed.GetValue(threads),
    };
}
