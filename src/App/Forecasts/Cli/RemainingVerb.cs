using System.CommandLine;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary><c>resmon remaining</c>: how long still, given what is back.</summary>
public sealed class RemainingVerb : IVerb
{
    private readonly Option<double> hours = new("--hours") { Description = ForecastsTexts.Get("cli.hours"), Required = true, CustomParser = NumberOption.Read };
    private readonly Option<string[]> back = new("--back") { Description = ForecastsTexts.Get("cli.back"), DefaultValueFactory = _ => [] };
    private readonly Option<bool> standStill = new("--others-stand-still") { Description = ForecastsTexts.Get("cli.others-stand-still") };

    public Command Build(CommandContext context)
    {
        var command = new Command("remaining", ForecastsTexts.Get("cli.remaining")) { hours, back, standStill };
        var options = new SelectionOptions(command, ForecastRemaining.UsualRuns);
        command.SetAction((parsed, ct) => PackageScope.Run(context, parsed, options, async (services, selection, token) =>
        {
            var returns = SoFarText.Read(parsed.GetValue(back) ?? []);
            if (returns.Refusal is { } unreadable) return context.Refused(unreadable);
            var soFar = new OutageSoFar { Hours = parsed.GetValue(hours), Returns = returns.Value, OthersStandStill = parsed.GetValue(standStill) };
            var remained = await services.GetRequiredService<ForecastRemaining>().Run(selection, soFar, context.Output.Progress(ForecastsTexts.Get("cli.simulating")), token);
            if (remained.Refusal is { } refusal) return context.Refused(refusal);
            if (parsed.GetValue(options.Json)) await context.Output.Out.WriteLineAsync(RemainingDocument.Of(remained.Value, selection).ToJson());
            else Print(context.Output.Out, remained.Value, services.GetRequiredService<ItemNames>());
            return ExitCode.Done;
        }, ct));
        return command;
    }

    private static void Print(TextWriter writer, RemainedOutage remained, ItemNames names)
    {
        var (forecast, model) = (remained.Forecast, remained.Outage.Outage.Inputs.Set.Asked[0]);
        writer.WriteLine(RemainingWords.Lead(forecast, model, names));
        writer.WriteLine(RemainingWords.Basis(forecast));
        if (RemainingWords.Moved(forecast) is { } moved) writer.WriteLine(moved);
        writer.WriteLine();
        writer.WriteLine(TextTable.Row(ForecastsTexts.Get("cli.head.service"), ForecastsTexts.Get("table.emergency"), ForecastsTexts.Get("table.own"), ForecastsTexts.Get("cli.head.before")));
        foreach (var service in forecast.Services.Where(s => s[ServiceLevel.Own].State == LevelState.Out).OrderBy(s => s[ServiceLevel.Own].Now?.P50).ThenBy(s => s.Key, StringComparer.Ordinal))
            writer.WriteLine(TextTable.Row(
                names.Of(service.Key, model.Services[service.Key]), Cell(service[ServiceLevel.Emergency], forecast.Hours), Cell(service[ServiceLevel.Own], forecast.Hours),
                RemainingWords.Before(service[ServiceLevel.Own].Before, forecast.Hours)));
        writer.WriteLine();
        writer.WriteLine(string.Format(null, ForecastsTexts.Get("cli.foot"), forecast.Runs, forecast.Seed, remained.Inputs.Hash[..12]));
    }

    private static string Cell(RemainingLevel level, double hours) => level switch
    {
        { Now: { } now } when now.P50 > hours => string.Format(null, ForecastsTexts.Get("cli.still"), RemainingWords.Still(now.P50, hours), RemainingWords.Range(now, hours)),
        { Now: not null } => ForecastsTexts.Get("remaining.should"),
        { State: LevelState.Back } => RemainingWords.Back(level.BackAfter),
        _ => ForecastsTexts.Get("remaining.no-forecast"),
    };
}
