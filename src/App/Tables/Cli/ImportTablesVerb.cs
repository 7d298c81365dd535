using System.CommandLine;
using ResilienceMonitor.Bodies.Cli;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Model;

namespace ResilienceMonitor.Tables.Cli;

/// <summary><c>resmon import-tables</c>: takes tables over into the model of a body.</summary>
public sealed class ImportTablesVerb : IVerb
{
    private readonly Argument<FileInfo> file = new("file") { Description = TablesTexts.Get("cli.import.file") };
    private readonly Option<string> body = new("--body") { Description = TablesTexts.Get("cli.import.body"), Required = true };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = TablesTexts.Get("cli.import.dry-run") };
    private readonly Option<bool> goodRows = new("--good-rows") { Description = TablesTexts.Get("cli.import.good-rows") };
    private readonly Option<string[]> complete = new("--complete") { Description = TablesTexts.Get("cli.import.complete") };

    public Command Build(CommandContext context)
    {
        complete.AcceptOnlyFromAmong([.. ModelTables.All.Select(t => t.Name)]);
        var command = new Command("import-tables", TablesTexts.Get("cli.import")) { file, body, dryRun, goodRows, complete };
        command.SetAction((parsed, ct) => context.Run(parsed, async (services, token) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists) return context.Refused(Refusal.Of<PlatformTexts>("file.not-found", source.FullName));
            if (source.Length > TableLimits.MaxFileBytes) return context.Refused(Refusal.Of<TablesTexts>("table.file-too-large", TableLimits.MaxFileBytes / 1024 / 1024));
            var options = new TableImportOptions(parsed.GetValue(dryRun), parsed.GetValue(goodRows), parsed.GetValue(complete)!.ToHashSet(StringComparer.Ordinal));
            var imported = await services.GetRequiredService<ImportTables>().Run(parsed.GetValue(body)!, await File.ReadAllBytesAsync(source.FullName, token), options, token);
            return imported.Refusal is { } refusal ? context.Refused(refusal) : await Say(context.Output, imported.Value, options);
        }, ct));
        return command;
    }

    private static async Task<int> Say(CommandOutput output, TableImport done, TableImportOptions options)
    {
        foreach (var problem in done.Notes.Concat(done.Errors)) await output.Error.WriteLineAsync(ProblemLine.Of(problem));
        foreach (var found in done.Differences) await output.Out.WriteLineAsync(DifferenceWords.Line(found));
        var stopped = done.Errors.Count > 0 && !options.GoodRows;
        if (stopped) await output.Error.WriteLineAsync(TablesTexts.Get("import.stopped", done.WrongRows));
        else await output.Out.WriteLineAsync(DifferenceWords.Summary(done));
        return stopped ? ExitCode.Refused : ExitCode.Done;
    }
}
