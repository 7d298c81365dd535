using System.CommandLine;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary><c>resmon rotate-keys</c>: ends every session of the installation.</summary>
public sealed class RotateKeysVerb : IVerb
{
    private readonly Option<string?> former = new("--old-key-file") { Description = IdentityTexts.Get("cli.rotate-keys.old-key-file") };
    private readonly Option<bool> tokens = new("--tokens") { Description = IdentityTexts.Get("cli.rotate-keys.tokens") };

    public Command Build(CommandContext context)
    {
        var command = new Command("rotate-keys", IdentityTexts.Get("cli.rotate-keys")) { tokens, former };
        command.SetAction((parsed, ct) => context.RunUnprepared(parsed, async (services, stop) =>
        {
            if (parsed.GetValue(former) is { Length: > 0 } path) services.GetRequiredService<KeyFile>().AlsoReadWith(path);
            var (sessions, revoked, lost) = await services.GetRequiredService<RotateKeys>().Run(Actor.Operator(RotateKeys.Permission), parsed.GetValue(tokens), stop);
            await context.Output.Out.WriteLineAsync(string.Format(null, IdentityTexts.Get("cli.rotate-keys.done"), sessions, revoked));
            if (lost > 0) await context.Output.Error.WriteLineAsync(string.Format(null, IdentityTexts.Get("cli.rotate-keys.lost"), lost));
            return ExitCode.Done;
        }, ct));
        return command;
    }
}
