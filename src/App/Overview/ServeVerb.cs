using System.CommandLine;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Overview;

/// <summary><c>resmon serve</c>: the web server.</summary>
public sealed class ServeVerb : IVerb
{
    private readonly Option<string> urls = new("--urls") { Description = PlatformTexts.Get("cli.urls"), DefaultValueFactory = _ => "http://localhost:5080" };
    private readonly Option<bool> demonstration = new("--demo") { Description = PlatformTexts.Get("cli.demo") };
    private readonly Option<string?> domain = new("--domain") { Description = PlatformTexts.Get("cli.domain") };
    private readonly WebCommandOptions web = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("serve", PlatformTexts.Get("cli.serve")) { urls, demonstration, domain };
        web.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var options = web.Read(parsed, parsed.GetValue(urls)!);
            return parsed.GetValue(demonstration)
                ? WebServer.RunDemonstration(options, context.Output, ct)
                : WebServer.Run(DataDirectory.Resolve(parsed.GetValue(context.Data)), options, AccountSettings.Resolve(parsed.GetValue(domain)), context.Output, ct);
        });
        return command;
    }
}
