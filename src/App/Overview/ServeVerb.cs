using System.CommandLine;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Overview;

/// <summary><c>resmon serve</c>: the web server.</summary>
public sealed class ServeVerb : IVerb
{
    private readonly Option<string> urls = new("--urls") { Description = PlatformTexts.Get("cli.urls"), DefaultValueFactory = _ => "http://localhost:5080" };
    private readonly WebCommandOptions web = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("serve", PlatformTexts.Get("cli.serve")) { urls };
        web.AddTo(command);
        command.SetAction((parsed, ct) => WebServer.Run(DataDirectory.Resolve(parsed.GetValue(context.Data)), web.Read(parsed, parsed.GetValue(urls)!), context.Output, ct));
        return command;
    }
}
