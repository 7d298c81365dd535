using System.CommandLine;
using ResilienceMonitor.Bodies.Cli;
using ResilienceMonitor.Forecasts.Country;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary>The part of <c>resmon simulate</c> for a list of administrations.</summary>
internal sealed class CountryOptions
{
    private const int ShownDay = 30;

    private readonly Option<string> structure = new("--provider-structure") { Description = ForecastsTexts.Get("cli.provider-structure"), DefaultValueFactory = _ => new CountrySelection { Scenario = "" }.Structure };
    private readonly Option<double?> chance = new("--provider-chance") { Description = ForecastsTexts.Get("cli.provider-chance"), CustomParser = a => NumberOption.Read(a) };
    private readonly Option<DirectoryInfo?> to = new("--to") { Description = ForecastsTexts.Get("cli.country-to") };

    public CountryOptions(Command command)
    {
        foreach (var option in (Option[])[List, structure, chance, to]) command.Add(option);
        command.Validators.Add(r =>
        {
            if (r.GetResult(List) is null && (r.GetResult(structure) is { Implicit: false } || r.GetResult(chance) is not null || r.GetResult(to) is not null)) r.AddError(ForecastsTexts.Get("cli.country-only"));
        });
    }

    public Option<FileInfo?> List { get; } = new("--administrations") { Description = ForecastsTexts.Get("cli.administrations") };

    /// <summary>Simulates the list and says or writes what came of it.</summary>
    public Task<int> Run(CommandContext context, ParseResult parsed, Selection selection, bool json, CancellationToken ct) => context.RunThrowAway(async (services, token) =>
    {
        var file = parsed.GetValue(List)!;
        if (!file.Exists) return context.Refused(Refusal.Of<PlatformTexts>("file.not-found", file.Name));
        if (selection.Provider is not null) return context.Refused(Refusal.Of<ForecastsTexts>("country.every-provider"));
        var asked = new CountrySelection { Scenario = selection.Scenario, Structure = parsed.GetValue(structure)!, ProviderChance = parsed.GetValue(chance), Runs = selection.Runs, Seed = selection.Seed, Threads = selection.Threads };
        await using var stream = file.OpenRead();
        var simulated = await services.GetRequiredService<SimulateCountry>().Run(stream, file.Name, asked, context.Output.Progress(ForecastsTexts.Get("cli.simulating")), token);
        if (simulated.Refusal is { } refusal) return context.Refused(refusal);
        var (list, forecast) = simulated.Value;
        foreach (var problem in list.Warnings.Concat(list.Errors)) await context.Output.Error.WriteLineAsync(ProblemLine.Of(problem));
        if (forecast is null) return context.Refused(Refusal.Of<ForecastsTexts>("country.list-wrong"));
        if (parsed.GetValue(to) is { } directory) Write(directory.FullName, forecast);
        if (json) await context.Output.Out.WriteLineAsync(CountryDocument.Of(forecast, list.ContentHash).ToJson());
        else Print(context.Output.Out, forecast);
        return ExitCode.Done;
    }, ct);

    // Both files are whole or not there.
    private static void Write(string directory, CountryForecast forecast)
    {
        DurableFile.CreateDirectory(directory);
        DurableFile.WriteAllText(Path.Combine(directory, "districts.csv"), AreaCsv.Write(forecast.Districts));
        DurableFile.WriteAllText(Path.Combine(directory, "states.csv"), AreaCsv.Write([forecast.All, .. forecast.States]));
    }

    private static void Print(TextWriter writer, CountryForecast forecast)
    {
        var all = forecast.All;
        writer.WriteLine(Text("cli.country.head", all.Bodies, all.Affected, forecast.Providers, forecast.Assumed, forecast.OwnCentres));
        writer.WriteLine();
        writer.WriteLine(TextTable.Row(Text("cli.head.area"), Text("cli.head.own"), Text("cli.head.after-days", ShownDay), Text("cli.head.days-lost")));
        writer.WriteLine(Row(Text("cli.country.all"), all));
        foreach (var state in forecast.States) writer.WriteLine(Row(state.Name ?? state.Key, state));
        writer.WriteLine();
        var how = forecast.Selection.ProviderChance is < 1 and var spared ? Text("cli.country.chance", Say.Share(spared)) : Text("cli.country.every");
        writer.WriteLine($"{how} {Text("cli.country.foot", forecast.Selection.Runs, forecast.Selection.Seed)}");
    }

    private static string Row(string name, AreaForecast area)
    {
        var own = area.Days.Single(d => d.Day == ShownDay).Own;
        return TextTable.Row(name, Band(area.Own), Text("cli.country.share", own.Mean, 2 * own.StandardError), Text("cli.country.lost", Say.Number(area.DaysLost.Mean / Math.Max(1, area.Services))));
    }

    private static string Band(AreaTime time) => time.P90 <= 0
        ? Say.Duration(0)
        : Text("cli.band", Say.Duration(time.P10), Say.Duration(time.P90), Say.Duration(time.P50));

    private static string Text(string key, params object[] values) => string.Format(null, ForecastsTexts.Get(key), values);
}
