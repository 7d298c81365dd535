using System.CommandLine;
using System.Globalization;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Jobs.House;

namespace ResilienceMonitor.Platform.Cli;

/// <summary><c>resmon jobs</c>: what is planned, running and failed, in numbers.</summary>
public sealed class JobsVerb : IVerb
{
    private const int NameWidth = 26;
    private const int Width = 12;
    private readonly Option<bool> json = new("--json") { Description = PlatformTexts.Get("cli.jobs.json") };

    public Command Build(CommandContext context)
    {
        var command = new Command("jobs", PlatformTexts.Get("cli.jobs")) { json };
        command.SetAction((parsed, ct) => context.Run(parsed, async (services, token) =>
        {
            var document = await services.GetRequiredService<CountJobs>().Run(token);
            if (parsed.GetValue(json)) await context.Output.Out.WriteLineAsync(CanonicalJson.Write(document));
            else Print(context.Output.Out, document);
            return ExitCode.Done;
        }, ct));
        return command;
    }

    private static void Print(TextWriter writer, JobsDocument document)
    {
        writer.WriteLine(Row("", Words("waiting", "running", "done", "refused", "cancelled", "failed", "next")));
        foreach (var (name, c) in document.Kinds)
            writer.WriteLine(Row(name, [.. ((int[])[c.Waiting, c.Running, c.Done, c.Refused, c.Cancelled, c.Failed]).Select(n => n.ToString(CultureInfo.CurrentCulture)), c.NextAt ?? ""]));
        if (document.Notices.Count == 0) return;
        writer.WriteLine();
        writer.WriteLine(PlatformTexts.Get("cli.jobs.notices"));
        foreach (var (name, count) in document.Notices) writer.WriteLine(Row(name, [count.ToString(CultureInfo.CurrentCulture)]));
    }

    private static IEnumerable<string> Words(params IEnumerable<string> names) => names.Select(n => PlatformTexts.Get($"cli.jobs.{n}"));

    private static string Row(string name, IEnumerable<string> cells) => (name.PadRight(NameWidth) + string.Concat(cells.Select(c => c.PadRight(Width)))).TrimEnd();
}
