using System.CommandLine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration.Cli;

/// <summary>The options that say how much is simulated, shared by <c>validate</c> and <c>calibrate</c>.</summary>
internal sealed class RunOptionSet
{
    private const int UsualRuns = 2_000;
    private const int MostRuns = 20_000;
    private readonly Option<int> runs = new("--runs") { Description = CalibrationTexts.Get("cli.runs"), DefaultValueFactory = _ => UsualRuns };
    private readonly Option<ulong> seed = new("--seed") { Description = CalibrationTexts.Get("cli.seed"), DefaultValueFactory = _ => 1 };
    private readonly Option<int> threads = new("--threads") { Description = CalibrationTexts.Get("cli.threads"), DefaultValueFactory = _ => Environment.ProcessorCount };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[runs, seed, threads]) command.Add(option);
        runs.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 10 or > MostRuns) r.AddError(CalibrationTexts.Get("cli.runs-range", MostRuns)); });
        threads.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 1 or > 256) r.AddError(CalibrationTexts.Get("cli.threads-range")); });
    }

    public RunOptions Read(ParseResult parsed) => new() { Runs = parsed.GetValue(runs), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads) };
}
