using System.CommandLine;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Cli;

/// <summary><c>resmon break-glass</c>: two accounts for the safe, printed once.</summary>
public sealed class BreakGlassVerb : IVerb
{
    private readonly Option<string> body = new("--body") { Description = BodiesTexts.Get("cli.break-glass.body"), Required = true };

    public Command Build(CommandContext context)
    {
        var command = new Command("break-glass", BodiesTexts.Get("cli.break-glass")) { body };
        command.SetAction((parsed, ct) => context.Run(parsed, async (services, stop) =>
        {
            var found = await services.GetRequiredService<BodyDirectory>().Find(parsed.GetValue(body)!, stop);
            if (found.Refusal is { } refusal) return context.Refused(refusal);
            var sheets = await services.GetRequiredService<UnitsOfWork>().RunAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(Actor.House(found.Value.BodyId), u => u.Run(found.Value.BodyId, stop));
            foreach (var sheet in sheets)
                await context.Output.Out.WriteLineAsync(string.Format(null, BodiesTexts.Get("cli.break-glass.sheet"), found.Value.DisplayName, sheet.UserName, sheet.Password));
            await context.Output.Error.WriteLineAsync(BodiesTexts.Get("cli.break-glass.done"));
            return ExitCode.Done;
        }, ct));
        return command;
    }
}
