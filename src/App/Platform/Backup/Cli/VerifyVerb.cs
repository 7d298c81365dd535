using System.CommandLine;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Backup.Cli;

/// <summary><c>resmon verify</c>: restores a backup on trial and throws the result away.</summary>
public sealed class VerifyVerb : IVerb
{
    private readonly Argument<string> file = new("file") { Description = BackupTexts.Get("cli.file") };
    private readonly KeyOptions keys = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("verify", BackupTexts.Get("cli.verify")) { file, keys.File };
        command.SetAction((parsed, ct) => BackupOutcome.Of(context, () =>
        {
            var key = keys.Read(parsed, context);
            return context.RunUnprepared(parsed, async (services, token) =>
            {
                var done = await services.GetRequiredService<VerifyBackup>().Run(parsed.GetValue(file)!, key, token);
                if (done.Refusal is { } refusal) return context.Refused(refusal);
                await context.Output.Out.WriteLineAsync(BackupOutcome.Good(done.Value));
                return ExitCode.Done;
            }, ct);
        }));
        return command;
    }
}
