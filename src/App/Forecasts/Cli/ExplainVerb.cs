using System.CommandLine;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Dependencies;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary><c>resmon explain</c>: by when a resource must be back, and why.</summary>
public sealed class ExplainVerb : IVerb
{
    private readonly Option<string> resource = new("--resource") { Description = ForecastsTexts.Get("cli.resource"), Required = true };
    private readonly Option<string?> body = new("--body") { Description = ForecastsTexts.Get("cli.body") };

    public Command Build(CommandContext context)
    {
        var command = new Command("explain", ForecastsTexts.Get("cli.explain")) { resource, body };
        command.SetAction((parsed, ct) => context.Run(parsed, (services, token) => Explain(context, services, parsed.GetValue(body), parsed.GetValue(resource)!, token), ct));
        return command;
    }

    private static async Task<int> Explain(CommandContext context, IServiceProvider services, string? body, string resource, CancellationToken ct)
    {
        var bodies = body is null
            ? (await services.GetRequiredService<BodyDirectory>().All(ct)).Select(b => b.Key).ToList()
            : [body];
        var found = 0;
        foreach (var key in bodies)
        {
            var explained = await services.GetRequiredService<ExplainRequirement>().Run(key, ct);
            if (explained.Refusal is { } refusal) return context.Refused(refusal);
            foreach (var line in explained.Value.Where(e => e.Requirement.Resource.Key == resource || e.Name.Contains(resource, StringComparison.CurrentCultureIgnoreCase)))
            {
                await context.Output.Out.WriteLineAsync($"{key}: {RequirementSentence.Of(line)}");
                found++;
            }

            if (found > 0 && body is null) break;
        }

        return found > 0 ? ExitCode.Done : context.Refused(Refusal.Of<ServicesTexts>("resource.not-found", resource));
    }
}
