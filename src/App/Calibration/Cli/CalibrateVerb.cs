using System.CommandLine;
using System.Globalization;
using NodaTime;
using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Calibration.Cli;

/// <summary><c>resmon calibrate</c>: fits the reference model to known outages and writes what it found.</summary>
public sealed class CalibrateVerb : IVerb
{
    private const int Name = 34;
    private const int Width = 14;
    private readonly Argument<string> directory = new("directory") { Description = CalibrationTexts.Get("cli.directory") };
    private readonly Option<DirectoryInfo> target = new("--out") { Description = CalibrationTexts.Get("cli.out"), DefaultValueFactory = _ => new("catalogues") };
    private readonly RunOptionSet runs = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("calibrate", CalibrationTexts.Get("cli.calibrate")) { directory, target };
        runs.AddTo(command);
        command.SetAction((parsed, ct) => context.RunThrowAway((services, token) => Calibrate(context, parsed, services, token), ct));
        return command;
    }

    private async Task<int> Calibrate(CommandContext context, ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var folder = parsed.GetValue(target)!;
        if (!folder.Exists)
        {
            await context.Output.Error.WriteLineAsync(CalibrationTexts.Get("out.absent", folder.FullName));
            return ExitCode.Refused;
        }

        if (await FolderArgument.Read(context, parsed.GetValue(directory)!, ct) is not { } known) return ExitCode.Refused;
        var calibrated = services.GetRequiredService<CalibrateReference>().Run(known, runs.Read(parsed), context.Output.Progress(CalibrationTexts.Get("cli.calibrating")), ct);
        if (calibrated.LeftOut.Comparison.Scored.Count == 0)
        {
            await context.Output.Error.WriteLineAsync(CalibrationTexts.Get("cli.nothing-scored"));
            return ExitCode.Refused;
        }

        Print(context.Output.Out, calibrated);
        await CalibrationFiles.Write(folder.FullName, calibrated, services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Date, ct);
        return ExitCode.Done;
    }

    private static void Print(TextWriter writer, CalibratedReference calibrated)
    {
        Line("", ["cli.prior-only", "cli.in-sample", "cli.left-out"]);
        Validation[] all = [calibrated.PriorOnly, calibrated.InSample, calibrated.LeftOut];
        Figures("cli.fit.loss", c => c.PerRow?.Loss, "0.000");
        Figures("cli.fit.ratio", c => c.PerRow?.Ratio, "0.00");
        Figures("cli.fit.comparable", c => c.Comparable?.Ratio, "0.00");
        Figures("cli.fit.coverage", c => c.PerRow?.Coverage, "0 %");
        Figures("cli.fit.coverage-case", c => c.PerCase?.Coverage, "0 %");
        Figures("cli.fit.width", c => c.PerRow?.Width, "0.0");
        Figures("cli.fit.bias", c => c.PerRow?.Bias, "+0.00;-0.00;0.00");
        writer.WriteLine(Cells(CalibrationTexts.Get("cli.fit.given"), all.Select(v => v.GivenRatio?.ToString("0.00", CultureInfo.CurrentCulture) ?? "–")));
        writer.WriteLine();
        Line("", ["cli.prior", "cli.value", "cli.folds"]);
        foreach (var n in calibrated.Numbers) writer.WriteLine(Cells(n.Key, [Number(n.Prior), Number(n.Value), $"{Number(n.Least)} – {Number(n.Greatest)}"]));

        void Figures(string key, Func<Comparison, double?> figure, string format) =>
            writer.WriteLine(Cells(CalibrationTexts.Get(key), all.Select(v => figure(v.Comparison)?.ToString(format, CultureInfo.CurrentCulture) ?? "–")));

        void Line(string first, IEnumerable<string> keys) => writer.WriteLine(Cells(first, keys.Select(k => CalibrationTexts.Get(k))));
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.CurrentCulture);

    private static string Cells(string first, IEnumerable<string> others) => (first.PadRight(Name) + string.Concat(others.Select(o => o.PadRight(Width)))).TrimEnd();
}
