using System.CommandLine;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Backup.Cli;

/// <summary><c>resmon backup</c>: an encrypted backup, proven by a trial restore, while the server runs.</summary>
public sealed class BackupVerb : IVerb
{
    private readonly Option<string?> to = new("--to") { Description = BackupTexts.Get("cli.backup.to") };
    private readonly Option<int?> keep = new("--keep") { Description = BackupTexts.Get("cli.backup.keep") };
    private readonly Option<string?> newKey = new("--new-key") { Description = BackupTexts.Get("cli.backup.new-key") };
    private readonly KeyOptions keys = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("backup", BackupTexts.Get("cli.backup")) { to, keys.File, newKey, keep };
        command.Validators.Add(r =>
        {
            if (r.GetValue(keep) is < 1 or > BackupLimits.Kept) r.AddError(BackupTexts.Say("cli.backup.keep-range", BackupLimits.Kept));
        });
        command.SetAction((parsed, ct) => parsed.GetValue(newKey) is { } file
            ? BackupOutcome.Of(context, () => Task.FromResult(MakeKey(context, file)))
            : BackupOutcome.Of(context, () => Backup(context, parsed, ct)));
        return command;
    }

    private static int MakeKey(CommandContext context, string file)
    {
        KeyFile.Create(Path.GetFullPath(file));
        context.Output.Out.WriteLine(BackupTexts.Say("cli.new-key.done", Path.GetFullPath(file)));
        return ExitCode.Done;
    }

    private async Task<int> Backup(CommandContext context, ParseResult parsed, CancellationToken ct)
    {
        var key = keys.Read(parsed, context);
        return await context.RunUnprepared(parsed, async (services, token) =>
        {
            var done = await services.GetRequiredService<MakeBackup>().Run(parsed.GetValue(to), key, parsed.GetValue(keep), token);
            if (done.Refusal is { } refusal) return context.Refused(refusal);
            await context.Output.Out.WriteLineAsync(BackupOutcome.Good(done.Value));
            if (parsed.GetValue(keys.File) is { } file && Path.GetDirectoryName(Path.GetFullPath(file)) == Path.GetDirectoryName(done.Value.File))
                await context.Output.Error.WriteLineAsync(BackupTexts.Get("key.same-place"));
            return ExitCode.Done;
        }, ct);
    }
}
