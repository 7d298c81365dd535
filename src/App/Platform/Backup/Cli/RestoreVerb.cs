using System.CommandLine;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Backup.Cli;

/// <summary><c>resmon restore</c>: back to the state of a backup, all or nothing.</summary>
public sealed class RestoreVerb : IVerb
{
    private readonly Argument<string> file = new("file") { Description = BackupTexts.Get("cli.file") };
    private readonly Option<bool> replace = new("--replace") { Description = BackupTexts.Get("cli.restore.replace") };
    private readonly KeyOptions keys = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("restore", BackupTexts.Get("cli.restore")) { file, keys.File, replace };
        command.SetAction((parsed, ct) => BackupOutcome.Of(context, () =>
        {
            var key = keys.Read(parsed, context);
            return context.RunUnprepared(parsed, async (services, token) =>
            {
                var done = await services.GetRequiredService<RestoreBackup>().Run(parsed.GetValue(file)!, key, parsed.GetValue(replace), token);
                if (done.Refusal is { } refusal) return context.Refused(refusal);
                var restored = done.Value;
                await context.Output.Out.WriteLineAsync(BackupTexts.Say("cli.restored", BackupOutcome.Moment(restored.MadeAt), restored.Tables, restored.Rows));
                if (restored.Aside is { } aside) await context.Output.Out.WriteLineAsync(BackupTexts.Say("cli.restored.aside", aside));
                return ExitCode.Done;
            }, ct);
        }));
        return command;
    }
}
