using System.CommandLine;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Bodies.Cli;

/// <summary><c>resmon export</c>: a body or a region, with its providers, as one package.</summary>
public sealed class ExportVerb : IVerb
{
    private readonly Option<string?> body = new("--body") { Description = BodiesTexts.Get("cli.export.body") };
    private readonly Option<string?> region = new("--region") { Description = BodiesTexts.Get("cli.export.region") };
    private readonly Option<FileInfo?> file = new("--out") { Description = BodiesTexts.Get("cli.export.out") };

    public Command Build(CommandContext context)
    {
        var command = new Command("export", BodiesTexts.Get("cli.export")) { body, region, file };
        command.Validators.Add(r =>
        {
            if ((r.GetValue(body) is null) == (r.GetValue(region) is null)) r.AddError(BodiesTexts.Get("cli.export.one-of"));
        });
        command.SetAction((parsed, ct) => context.Run(parsed, async (services, token) =>
        {
            var export = services.GetRequiredService<ExportPackage>();
            var package = parsed.GetValue(region) is { } name ? await export.Region(name, token) : await export.Body(parsed.GetValue(body)!, token);
            if (package.Refusal is { } refusal) return context.Refused(refusal);
            if (parsed.GetValue(file) is { } target) await File.WriteAllTextAsync(target.FullName, package.Value, token);
            else await context.Output.Out.WriteAsync(package.Value);
            return ExitCode.Done;
        }, ct));
        return command;
    }
}
