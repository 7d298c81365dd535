using System.CommandLine;

namespace ResilienceMonitor.Platform.Cli;

/// <summary>A verb of the command line; features bring theirs.</summary>
public interface IVerb
{
    Command Build(CommandContext context);
}
