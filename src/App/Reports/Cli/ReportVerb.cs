using System.CommandLine;
using System.Globalization;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Reports.Paper;

namespace ResilienceMonitor.Reports.Cli;

/// <summary><c>resmon report</c>: a council paper, its annex, slides or a situation report as a file.</summary>
public sealed class ReportVerb : IVerb
{
    private readonly Argument<string> kind = new("kind") { Description = ReportsTexts.Get("cli.kind") };
    private readonly Option<string> body = new("--body") { Description = ReportsTexts.Get("cli.body"), Required = true };
    private readonly Option<string?> scenario = new("--scenario") { Description = ReportsTexts.Get("cli.scenario") };
    private readonly Option<string?> language = new("--lang") { Description = ReportsTexts.Get("cli.lang") };
    private readonly Option<double?> budget = new("--budget") { Description = ReportsTexts.Get("cli.budget"), CustomParser = a => NumberOption.Read(a) };
    private readonly Option<double?> hours = new("--hours") { Description = ReportsTexts.Get("cli.hours"), CustomParser = a => NumberOption.Read(a) };
    private readonly Option<ulong> seed = new("--seed") { Description = ReportsTexts.Get("cli.seed"), DefaultValueFactory = _ => 1 };
    private readonly Option<FileInfo> file = new("--out") { Description = ReportsTexts.Get("cli.out"), Required = true };

    public Command Build(CommandContext context)
    {
        var command = new Command("report", ReportsTexts.Get("cli.report")) { kind, body, scenario, language, budget, hours, seed, file };
        command.Validators.Add(r =>
        {
            if (r.GetValue(kind) is { } named && ReportKinds.Find(named) is null) r.AddError(ReportsTexts.Get("report.kind-unknown", named, string.Join(", ", ReportKinds.Names)));
            if (r.GetValue(language) is { } asked && LanguageOf(asked) is null) r.AddError(ReportsTexts.Get("report.language-unknown", asked));
        });
        command.SetAction((parsed, ct) =>
        {
            if (parsed.GetValue(language) is { } asked && LanguageOf(asked) is { } culture) CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = culture;
            return context.Run(parsed, (services, token) => Write(context, parsed, services, token), ct);
        });
        return command;
    }

    private async Task<int> Write(CommandContext context, ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var key = parsed.GetValue(body)!;
        var found = await services.GetRequiredService<BodyDirectory>().Find(key, ct);
        if (found.Refusal is { } noBody) return context.Refused(noBody);
        var selection = UsualScenario.SelectionOf(found.Value) with { Seed = parsed.GetValue(seed) };
        if (parsed.GetValue(scenario) is { } named) selection = selection with { Scenario = named };
        var soFar = parsed.GetValue(hours) is { } since ? new OutageSoFar { Hours = since } : null;
        var written = await services.GetRequiredService<WriteReport>().Run(
            ReportKinds.Find(parsed.GetValue(kind)!)!.Value, new PaperRequest(selection) { Budget = parsed.GetValue(budget) }, soFar, context.Output.Progress(ReportsTexts.Get("cli.working")), ct);
        if (written.Refusal is { } refusal) return context.Refused(refusal);
        await File.WriteAllBytesAsync(parsed.GetValue(file)!.FullName, written.Value!.Bytes, ct);
        return ExitCode.Done;
    }

    private static CultureInfo? LanguageOf(string name) => Languages.All.FirstOrDefault(c => c.TwoLetterISOLanguageName == name);
}
