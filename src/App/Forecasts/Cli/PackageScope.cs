using System.CommandLine;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Forecasts.Cli;

/// <summary>Runs a verb either on the installation's own data or, with <c>--package FILE</c>, on that file alone in a throw-away database.</summary>
internal static class PackageScope
{
    public static Task<int> Run(
        CommandContext context, ParseResult parsed, SelectionOptions options, Func<IServiceProvider, Selection, CancellationToken, Task<int>> work, CancellationToken ct) =>
        options.Package(parsed) is { } file
            ? context.RunThrowAway(async (services, token) =>
            {
                if (!file.Exists) return context.Refused(Refusal.Of<PlatformTexts>("file.not-found", file.Name));
                await using var stream = file.OpenRead();
                var imported = await services.GetRequiredService<ImportPackage>().Run(stream, dryRun: false, token);
                if (imported.Refusal is { } refusal) return context.Refused(refusal);
                var selection = options.Read(parsed);
                return await work(services, imported.Value.Region == imported.Value.Subject ? selection with { Region = imported.Value.Subject } : selection with { Body = imported.Value.Subject }, token);
            }, ct)
            : context.Run(parsed, (services, token) => work(services, options.Read(parsed), token), ct);
}
