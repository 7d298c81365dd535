using System.CommandLine;
using System.Globalization;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor;

/// <summary>The program <c>resmon</c>: reads the command line and turns every outcome into an exit code and, at most, one clear sentence.</summary>
public static class Resmon
{
    public static Task<int> Run(string[] args)
    {
        var output = new CommandOutput(Console.Out, Console.Error, Interactive: !Console.IsErrorRedirected);
        return Run(args, output);
    }

    public static async Task<int> Run(string[] args, CommandOutput output)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Languages.OfEnvironment();
        var context = new CommandContext(output, Features.Add);
        var root = new RootCommand(PlatformTexts.Get("cli.root")) { context.Data, context.Token };
        foreach (var verb in Features.Verbs) root.Add(verb.Build(context));
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors) await output.Error.WriteLineAsync(error.Message);
                return ExitCode.Usage;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output.Out, Error = output.Error });
        }
        catch (StartProblem problem)
        {
            await output.Error.WriteLineAsync(problem.Refusal.Sentence);
            return ExitCode.Environment;
        }
        catch (NotPermittedException)
        {
            await output.Error.WriteLineAsync(PlatformTexts.Get("not-permitted"));
            return ExitCode.Refused;
        }
#pragma warning disable CA1031 // The edge of the program: a mistake in it ends with its own exit code and enough to report it.
        catch (Exception mistake) when (mistake is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await output.Error.WriteLineAsync(string.Format(null, PlatformTexts.Get("mistake"), mistake));
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            await output.Error.WriteLineAsync(PlatformTexts.Get("cancelled"));
            return ExitCode.Cancelled;
        }
    }
}
