using System.CommandLine;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Backup.Cli;

/// <summary>The key of a backup: a file, or a passphrase from the environment, never from the command line, which others can see.</summary>
internal sealed class KeyOptions
{
    public Option<string?> File { get; } = new("--key-file") { Description = BackupTexts.Get("cli.key-file") };

    /// <exception cref="BackupRefusedException">No key, or an unusable one.</exception>
    public BackupKey Read(ParseResult parsed, CommandContext context)
    {
        var passphrase = Environment.GetEnvironmentVariable("RESMON_BACKUP_PASSPHRASE");
        if (parsed.GetValue(File) is not { } file)
            return string.IsNullOrWhiteSpace(passphrase) ? throw BackupRefusedException.Because("key.none") : BackupKey.OfPassphrase(passphrase);
        var key = KeyFile.Read(file);
        if (KeyFile.OthersCanRead(file)) context.Output.Error.WriteLine(BackupTexts.Say("key.readable", file));
        return key;
    }
}
