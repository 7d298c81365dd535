using System.CommandLine;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Oidc;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Cli;

/// <summary>
/// <c>resmon break-glass</c>: two accounts for the safe, printed once. It is for the day when nobody gets in any more, so it asks for no account; it
/// shows nothing of the body but the key it was given, and the body's trail and administrators are told.
/// </summary>
public sealed class BreakGlassVerb : IVerb
{
    private readonly Option<string> body = new("--body") { Description = BodiesTexts.Get("cli.break-glass.body"), Required = true };

    public Command Build(CommandContext context)
    {
        var command = new Command("break-glass", BodiesTexts.Get("cli.break-glass")) { body };
        command.SetAction((parsed, ct) => context.RunAsOperator(parsed, CreateBreakGlassAccounts.Permission, async (services, stop) =>
        {
            var key = parsed.GetValue(body)!;
            var found = (await services.GetRequiredService<IBodyKeys>().Find([key], stop))[key].ToList();
            if (found.Count == 0) return context.Refused(Refusal.Of<BodiesTexts>("body.not-found", key));
            if (found.Count > 1) return context.Refused(Refusal.Of<BodiesTexts>("body.key-doubled", key, string.Join(", ", found.Select(BodyCode.Of))));
            var id = found[0];
            var inside = Actor.Operator(CreateBreakGlassAccounts.Permission) with { Scope = TenantScope.Only(id) };
            var sheets = await services.GetRequiredService<UnitsOfWork>().RunAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(inside, u => u.Run(id, stop));
            foreach (var sheet in sheets)
                await context.Output.Out.WriteLineAsync(string.Format(null, BodiesTexts.Get("cli.break-glass.sheet"), key, sheet.UserName, sheet.Password));
            await context.Output.Error.WriteLineAsync(BodiesTexts.Get("cli.break-glass.done"));
            return ExitCode.Done;
        }, ct));
        return command;
    }
}
