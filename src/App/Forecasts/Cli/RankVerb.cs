using System.CommandLine;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary><c>resmon rank</c>: which measures buy the most service days per euro.</summary>
public sealed class RankVerb : IVerb
{
    private const int Column = 28;

    private readonly Option<double?> budget = new("--budget") { Description = ForecastsTexts.Get("cli.budget"), CustomParser = a => NumberOption.Read(a) };

    public Command Build(CommandContext context)
    {
        var command = new Command("rank", ForecastsTexts.Get("cli.rank")) { budget };
        var options = new SelectionOptions(command, defaultRuns: 500);
        command.SetAction((parsed, ct) => PackageScope.Run(context, parsed, options, async (services, selection, token) =>
        {
            var ranking = await services.GetRequiredService<RankMeasures>().Run(selection, context.Output.Progress(ForecastsTexts.Get("cli.ranking")), token);
            if (ranking.Refusal is { } refusal) return context.Refused(refusal);
            BestSet? best = null;
            if (parsed.GetValue(budget) is { } euro)
            {
                var found = await services.GetRequiredService<FindBestSet>().Run(selection, euro, context.Output.Progress(ForecastsTexts.Get("cli.best-set")), token);
                if (found.Refusal is { } notFound) return context.Refused(notFound);
                best = found.Value;
            }

            if (parsed.GetValue(options.Json)) await context.Output.Out.WriteLineAsync(RankingDocument.Of(ranking.Value, best, selection).ToJson());
            else Print(context.Output.Out, ranking.Value, best, services.GetRequiredService<ItemNames>());
            return ExitCode.Done;
        }, ct));
        return command;
    }

    private static void Print(TextWriter writer, Ranking ranking, BestSet? best, ItemNames names)
    {
        writer.WriteLine(string.Format(null, ForecastsTexts.Get("cli.baseline"), Say.Number(ranking.Baseline)));
        writer.WriteLine(TextTable.Row(ForecastsTexts.Get("cli.head.measure"), Column, ForecastsTexts.Get("cli.head.gain"), ForecastsTexts.Get("cli.head.on-top"), ForecastsTexts.Get("cli.head.first-year"), ForecastsTexts.Get("cli.head.per-thousand")));
        foreach (var m in ranking.Measures)
            writer.WriteLine(TextTable.Row(
                names.Of(m.Key, m.Measure),
                Column,
                m.Measurable ? WithError(new GainOfRuns(m.Gain, m.StandardError)) : ForecastsTexts.Get("cli.no-effect"),
                m.OnTop is { } onTop ? WithError(onTop) : "",
                Say.Euro(m.Cost.FirstYear),
                m.Measurable ? Say.Number(m.GainPerThousand) : ""));
        if (ranking.ChanceLowering.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine(ForecastsTexts.Get("cli.rarer"));
            foreach (var m in ranking.ChanceLowering)
                writer.WriteLine(TextTable.Row(names.Of(m.Key, m.Measure), string.Format(null, ForecastsTexts.Get("cli.rarer-row"), m.ChanceBefore, m.ChanceAfter), Say.Euro(m.Cost.FirstYear)));
        }

        foreach (var (i, interaction) in ranking.Interactions.Index())
            writer.WriteLine($"{(i == 0 ? Environment.NewLine : "")}{RankingWords.Of(interaction, key => names.Of(key, ranking.Measures.First(m => m.Key == key).Measure))}");
        if (best is null) return;
        writer.WriteLine();
        writer.WriteLine(string.Format(null, ForecastsTexts.Get("cli.best"), Say.Euro(best.Budget), WithError(new GainOfRuns(best.Gain, best.StandardError)), Say.Euro(best.FirstYearCost)));
        foreach (var step in best.Steps)
            writer.WriteLine(TextTable.Row(names.Of(step.Measure.Key, step.Measure.Measure), $"+{WithError(new GainOfRuns(step.GainOnTop, step.StandardError))}", Say.Euro(step.Measure.Cost.FirstYear)));
    }

    private static string WithError(GainOfRuns gain) => string.Format(null, ForecastsTexts.Get("cli.with-error"), gain.Mean, 2 * gain.StandardError);
}
