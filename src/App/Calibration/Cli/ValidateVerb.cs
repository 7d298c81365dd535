using System.CommandLine;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Calibration.Cli;

/// <summary><c>resmon validate</c>: forecasts of the reference model beside known outages.</summary>
public sealed class ValidateVerb : IVerb
{
    private readonly Argument<string> directory = new("directory") { Description = CalibrationTexts.Get("cli.directory") };
    private readonly Option<string?> train = new("--train") { Description = CalibrationTexts.Get("cli.train") };
    private readonly Option<bool> given = new("--given-first") { Description = CalibrationTexts.Get("cli.given-first") };
    private readonly Option<bool> json = new("--json") { Description = CalibrationTexts.Get("cli.json") };
    private readonly RunOptionSet runs = new();

    public Command Build(CommandContext context)
    {
        var command = new Command("validate", CalibrationTexts.Get("cli.validate")) { directory, train, given, json };
        runs.AddTo(command);
        command.SetAction((parsed, ct) => context.RunThrowAway((services, token) => Validate(context, parsed, services, token), ct));
        return command;
    }

    private async Task<int> Validate(CommandContext context, ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var judged = await FolderArgument.Read(context, parsed.GetValue(directory)!, ct);
        OutageCollection? training = null;
        if (parsed.GetValue(train) is { } folder && (training = await FolderArgument.Read(context, folder, ct)) is null) return ExitCode.Refused;
        if (judged is null) return ExitCode.Refused;
        var validation = services.GetRequiredService<ValidateOutages>()
            .Run(judged, training, runs.Read(parsed), context.Output.Progress(CalibrationTexts.Get("cli.validating")), ct);
        if (parsed.GetValue(json)) await context.Output.Out.WriteLineAsync(ValidationDocument.Of(validation, runs.Read(parsed)).ToJson());
        else new ValidationPrint(context.Output.Out).Write(validation, runs.Read(parsed).Seed, parsed.GetValue(given));
        return ExitCode.Done;
    }
}
