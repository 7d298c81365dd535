using System.CommandLine;
using System.Globalization;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary><c>resmon simulate</c>: bands for every service, or for the areas of a whole list.</summary>
public sealed class SimulateVerb : IVerb
{
    private Option<double?> Accuracy { get; } = new("--accuracy")
    {
        Description = ForecastsTexts.Get("cli.accuracy"),
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent / 100 is >= Limits.FinestAccuracy and <= Limits.CoarsestAccuracy) return percent / 100;
            result.AddError(string.Format(null, ForecastsTexts.Get("cli.accuracy-wrong"), text));
            return null;
        },
    };

    public Command Build(CommandContext context)
    {
        var command = new Command("simulate", ForecastsTexts.Get("cli.simulate"));
        var country = new CountryOptions(command);
        var options = new SelectionOptions(command, defaultRuns: 500, country.List);
        command.Add(Accuracy);
        command.Validators.Add(r =>
        {
            if (r.GetResult(Accuracy) is { Implicit: false } && r.GetResult(country.List) is { Implicit: false }) r.AddError(ForecastsTexts.Get("cli.accuracy-list"));
        });
        command.SetAction((parsed, ct) => parsed.GetValue(country.List) is not null
            ? country.Run(context, parsed, options.Read(parsed), parsed.GetValue(options.Json), ct)
            : Simulate(context, parsed, options, ct));
        return command;
    }

    private Task<int> Simulate(CommandContext context, ParseResult parsed, SelectionOptions options, CancellationToken ct) =>
        PackageScope.Run(context, parsed, options, async (services, asked, token) =>
        {
            var selection = parsed.GetValue(Accuracy) is { } accuracy ? asked with { Accuracy = accuracy, Runs = options.AsksForRuns(parsed) ? asked.Runs : Limits.Runs } : asked;
            var simulated = await services.GetRequiredService<SimulateOutage>().Run(selection, context.Output.Progress(ForecastsTexts.Get("cli.simulating")), token);
            if (simulated.Refusal is { } refusal) return context.Refused(refusal);
            if (parsed.GetValue(options.Json)) await context.Output.Out.WriteLineAsync(ForecastDocument.Of(simulated.Value, selection).ToJson());
            else Print(context.Output.Out, simulated.Value, services.GetRequiredService<ItemNames>());
            return ExitCode.Done;
        }, ct);

    private static void Print(TextWriter writer, SimulatedOutage simulated, ItemNames names)
    {
        foreach (var (model, body) in simulated.Asked)
        {
            writer.WriteLine();
            writer.WriteLine(model.Body.Name ?? body.Key);
            writer.WriteLine(TextTable.Row(ForecastsTexts.Get("cli.head.service"), ForecastsTexts.Get("cli.head.first"), ForecastsTexts.Get("cli.head.own"), ForecastsTexts.Get("cli.head.mtpd")));
            foreach (var service in body.Services.OrderByDescending(s => s.DaysLost.Mean).ThenBy(s => s.Key, StringComparer.Ordinal))
                writer.WriteLine(Row(names.Of(service.Key, model.Services[service.Key]), service));
        }

        var accuracy = ResultAccuracy.Of(simulated.Result);
        writer.WriteLine();
        writer.WriteLine(string.Format(null, ForecastsTexts.Get("cli.foot"), simulated.Result.Runs, simulated.Result.Seed, simulated.Inputs.Hash[..12]));
        writer.WriteLine(string.Format(null, ForecastsTexts.Get("cli.exact"), Say.Within(accuracy.DaysLost), Say.Within(accuracy.Times)));
    }

    private static string Row(string name, ServiceResult service) =>
        TextTable.Row(name, Band(service.First), Band(service.Own), Say.Chance(service.MtpdExceeded.Mean));

    private static string Band(TimeBand band) => band.P90 <= 0
        ? Say.Band(band)
        : string.Format(null, ForecastsTexts.Get("cli.band"), Say.Duration(band.P10), Say.Duration(band.P90), Say.Duration(band.P50));
}
