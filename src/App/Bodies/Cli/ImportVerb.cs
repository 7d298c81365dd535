using System.CommandLine;
using System.Globalization;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Bodies.Cli;

/// <summary><c>resmon import</c>: bodies from a list (CSV, XLSX) or from a package.</summary>
public sealed class ImportVerb : IVerb
{
    private readonly Argument<FileInfo> file = new("file") { Description = BodiesTexts.Get("cli.import.file") };
    private readonly Option<string?> region = new("--region") { Description = BodiesTexts.Get("cli.import.region") };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = BodiesTexts.Get("cli.import.dry-run") };

    public Command Build(CommandContext context)
    {
        var command = new Command("import", BodiesTexts.Get("cli.import")) { file, region, dryRun };
        command.SetAction((parsed, ct) => context.Run(parsed, async (services, token) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists) return context.Refused(Refusal.Of<PlatformTexts>("file.not-found", source.FullName));
            await using var stream = source.OpenRead();
            return source.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? await Package(context, services.GetRequiredService<ImportPackage>(), stream, parsed.GetValue(dryRun), token)
                : await List(context.Output, services.GetRequiredService<ImportBodies>(), stream, source.Name, parsed.GetValue(region), parsed.GetValue(dryRun), token);
        }, ct));
        return command;
    }

    private static async Task<int> Package(CommandContext context, ImportPackage import, Stream stream, bool dryRun, CancellationToken ct)
    {
        var imported = await import.Run(stream, dryRun, ct);
        if (imported.Refusal is { } refusal) return context.Refused(refusal);
        Say(context.Output, dryRun ? "cli.import.package-dry" : "cli.import.package", imported.Value.Bodies.Count, imported.Value.Changes);
        return ExitCode.Done;
    }

    private static async Task<int> List(CommandOutput output, ImportBodies import, Stream stream, string name, string? region, bool dryRun, CancellationToken ct)
    {
        var done = await import.Run(stream, name, region, dryRun, ct);
        foreach (var warning in done.Plan.Warnings) await output.Error.WriteLineAsync(ProblemLine.Of(warning));
        if (done.Plan.Errors.Count > 0)
        {
            foreach (var error in done.Plan.Errors) await output.Error.WriteLineAsync(ProblemLine.Of(error));
            await output.Error.WriteLineAsync(BodiesTexts.Get("cli.import.nothing"));
            return ExitCode.Refused;
        }

        Say(output, dryRun ? "cli.import.list-dry" : "cli.import.list", done.Count(DifferenceKind.New), done.Count(DifferenceKind.Changed), done.Count(DifferenceKind.Unchanged));
        if (done.Plan.Region is { } planned) Say(output, "cli.import.in-region", planned.Content.Name!, planned.Content.Members.Count);
        return ExitCode.Done;
    }

    private static void Say(CommandOutput output, string key, params object[] arguments) =>
        output.Out.WriteLine(string.Format(CultureInfo.CurrentCulture, BodiesTexts.Get(key), arguments));
}
