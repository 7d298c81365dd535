using System.CommandLine;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Tables.Export;

namespace ResilienceMonitor.Tables.Cli;

/// <summary><c>resmon export-tables</c>: the model of a body as tables, or the empty template.</summary>
public sealed class ExportTablesVerb : IVerb
{
    private readonly Option<string?> body = new("--body") { Description = TablesTexts.Get("cli.export.body") };
    private readonly Option<FileInfo> file = new("--out") { Description = TablesTexts.Get("cli.export.out"), Required = true };
    private readonly Option<bool> template = new("--template") { Description = TablesTexts.Get("cli.export.template") };

    public Command Build(CommandContext context)
    {
        var command = new Command("export-tables", TablesTexts.Get("cli.export")) { body, file, template };
        command.Validators.Add(r =>
        {
            if ((r.GetValue(body) is null) != r.GetValue(template)) r.AddError(TablesTexts.Get("cli.export.one-of"));
        });
        command.SetAction((parsed, ct) => context.Run(parsed, async (services, token) =>
        {
            var target = parsed.GetValue(file)!;
            var format = target.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? TableFormat.Csv : TableFormat.Xlsx;
            if (parsed.GetValue(template))
            {
                await File.WriteAllBytesAsync(target.FullName, services.GetRequiredService<WriteTemplate>().Run(format).Bytes, token);
                return ExitCode.Done;
            }

            var exported = await services.GetRequiredService<ExportTables>().Run(parsed.GetValue(body)!, format, token);
            if (exported.Refusal is { } refusal) return context.Refused(refusal);
            await File.WriteAllBytesAsync(target.FullName, exported.Value.Bytes, token);
            return ExitCode.Done;
        }, ct));
        return command;
    }
}
