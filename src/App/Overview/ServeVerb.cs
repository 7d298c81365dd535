using System.CommandLine;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Overview;

/// <summary><c>resmon serve</c>: the web server.</summary>
public sealed class ServeVerb : IVerb
{
    private readonly Option<string> urls = new("--urls") { Description = PlatformTexts.Get("cli.urls"), DefaultValueFactory = _ => "http://localhost:5080" };

    public Command Build(CommandContext context)
    {
        var command = new Command("serve", PlatformTexts.Get("cli.serve")) { urls };
        command.SetAction((parsed, ct) => WebServer.Run(DataDirectory.Resolve(parsed.GetValue(context.Data)), parsed.GetValue(urls)!, context.Output, ct));
        return command;
    }
}
