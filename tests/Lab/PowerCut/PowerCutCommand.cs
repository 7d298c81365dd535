using System.Diagnostics;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary><c>lab powercut</c>: the trial, and the flaws it must catch.</summary>
public static class PowerCutCommand
{
    private const int Changes = 480;
    private const int StatesOfAFlaw = 400;
    private const int ChangesOfAFlaw = 120;

    public static async Task<int> Run(Arguments arguments, TextWriter output)
    {
        var tally = new Tally();
        if (Recording.Tracer is null)
        {
            await output.WriteLineAsync("Skipped: strace is not installed, nothing can be recorded.");
            return await tally.Close(output);
        }

        var (states, seed, weakened) = (arguments.Number("states", 5_000), arguments.Number("seed", 1), arguments.Text("weakened"));
        if (weakened is null or "none") await Sound(states, arguments.Number("changes", Changes), seed, tally, output);
        foreach (var flaw in weakened switch { null => Flaw.All, "none" => [], _ => [weakened] }) await Weakened(flaw, seed, tally, output);
        return await tally.Close(output);
    }

    private static async Task Sound(int states, int changes, int seed, Tally tally, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var result = await new PowerCutTrial(seed, flaw: null).Run(states, changes, CancellationToken.None);
        await output.WriteLineAsync($"recorded: {result.Steps} steps on the disk, {result.Flushes} flushes, {result.Acknowledged} acknowledgements");
        foreach (var (rule, found) in new[] { (NameRule.Ordered, result.Ordered), (NameRule.DirectoryOnly, result.DirectoryOnly) })
        {
            await output.WriteLineAsync($"names {rule}: {found.Passed} states whole, {found.Failures.Count} not");
            tally.Add(found);
        }

        await output.WriteLineAsync($"{watch.Elapsed.TotalSeconds:F0} s");
    }

    private static async Task Weakened(string flaw, int seed, Tally tally, TextWriter output)
    {
        var result = await new PowerCutTrial(seed, flaw).Run(StatesOfAFlaw, ChangesOfAFlaw, CancellationToken.None);
        await output.WriteLineAsync($"weakened ({flaw}): {result.Failures.Count} of {StatesOfAFlaw} states not whole{(result.Failures.Count > 0 ? $", for example {result.Failures[0]}" : "")}");
        tally.Add(result.Failures.Count > 0 ? null : $"the flaw {flaw} was not caught");
    }
}
