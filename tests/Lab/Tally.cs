namespace ResilienceMonitor.Lab;

/// <summary>What a trial found: how many cases held, and a sentence for each that did not.</summary>
public sealed class Tally
{
    private const int ShownFailures = 20;
    private readonly List<string> failures = [];

    public int Passed { get; private set; }

    public IReadOnlyList<string> Failures => failures;

    /// <summary>A case; null: it held.</summary>
    public void Add(string? failure)
    {
        if (failure is null) Passed++;
        else failures.Add(failure);
    }

    public void Add(Tally other)
    {
        Passed += other.Passed;
        failures.AddRange(other.failures);
    }

    /// <summary>The closing line, after the failures; returns the exit code.</summary>
    public async Task<int> Close(TextWriter output)
    {
        foreach (var failure in failures.Take(ShownFailures)) await output.WriteLineAsync($"FAILED {failure}");
        if (failures.Count > ShownFailures) await output.WriteLineAsync($"and {failures.Count - ShownFailures} more");
        await output.WriteLineAsync($"{Passed} passed, {failures.Count} failed");
        return failures.Count == 0 ? 0 : 1;
    }
}
