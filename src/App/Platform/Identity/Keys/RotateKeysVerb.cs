using System.CommandLine;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary><c>resmon rotate-keys</c>: ends every session of the installation.</summary>
public sealed class RotateKeysVerb : IVerb
{
    private readonly Option<bool> tokens = new("--tokens") { Description = IdentityTexts.Get("cli.rotate-keys.tokens") };

    public Command Build(CommandContext context)
    {
        var command = new Command("rotate-keys", IdentityTexts.Get("cli.rotate-keys")) { tokens };
        command.SetAction((parsed, ct) => context.RunUnprepared(parsed, async (services, stop) =>
        {
            var (sessions, revoked) = await services.GetRequiredService<RotateKeys>().Run(Actor.Operator(RotateKeys.Permission), parsed.GetValue(tokens), stop);
            await context.Output.Out.WriteLineAsync(string.Format(null, IdentityTexts.Get("cli.rotate-keys.done"), sessions, revoked));
            return ExitCode.Done;
        }, ct));
        return command;
    }
}
