using System.Globalization;

namespace ResilienceMonitor.Lab.Load;

/// <summary>Prints what was measured, and whether the bar was held.</summary>
internal sealed class LoadReport(TextWriter output)
{
    private const double PageMs = 300;
    private const double StartSeconds = 5;
    private const double MemoryMb = 1024;
    private readonly Tally tally = new();

    public Task Say(string line) => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"[load {Load()}] {line}"));

    public async Task Starts(string kind, IReadOnlyList<(TimeSpan Took, TimeSpan Work)> starts)
    {
        var median = Percentile.Of(starts.Select(s => s.Took.TotalSeconds), 0.5);
        var all = string.Join(", ", starts.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Took.TotalSeconds:0.00} s with {s.Work.TotalSeconds:0.00} s of processors")));
        await Say(string.Create(CultureInfo.InvariantCulture, $"start-up {kind}: median {median:0.00} s of {all}"));
        tally.Add(median < StartSeconds ? null : $"start-up {kind}: {median:0.0} s");
    }

    public async Task Memory(string when, (double NowMb, double MostMb) memory)
    {
        await Say(string.Create(CultureInfo.InvariantCulture, $"memory {when}: {memory.NowMb:0} MB, at most {memory.MostMb:0} MB"));
        tally.Add(memory.MostMb < MemoryMb ? null : $"memory {when}: {memory.MostMb:0} MB");
    }

    public async Task Alone(IReadOnlyList<PageWork> work)
    {
        await Say("one person alone; work is time of processors for each page");
        await output.WriteLineAsync("| page | median ms | server ms | database ms |\n|---|---|---|---|");
        foreach (var page in work.OrderByDescending(w => w.ServerMilliseconds + w.DatabaseMilliseconds))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {page.Page} | {page.Milliseconds:0} | {page.ServerMilliseconds:0} | {page.DatabaseMilliseconds:0} |"));
    }

    public async Task Together(string title, LoadPhase phase, bool judged)
    {
        var samples = phase.Samples;
        await Say(string.Create(CultureInfo.InvariantCulture, $"{title}: {samples.Count / phase.Took.TotalSeconds:0.0} pages a second; processors for a page {phase.ServerWork.TotalMilliseconds / samples.Count:0.0} ms in the server, {phase.DatabaseWork.TotalMilliseconds / samples.Count:0.0} ms in the database"));
        await output.WriteLineAsync("| page | asked | p50 ms | p95 ms | max ms | KB |\n|---|---|---|---|---|---|");
        foreach (var page in samples.GroupBy(s => s.Page, StringComparer.Ordinal).OrderByDescending(g => Percentile.Of(g.Select(s => s.Milliseconds), 0.95)).Append(samples.GroupBy(_ => "all").First()))
        {
            var times = page.Select(s => s.Milliseconds).ToList();
            var p95 = Percentile.Of(times, 0.95);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {page.Key} | {times.Count} | {Percentile.Of(times, 0.5):0} | {p95:0} | {times.Max():0} | {page.Max(s => s.Bytes) / 1024.0:0} |"));
            if (judged) tally.Add(p95 < PageMs ? null : string.Create(CultureInfo.InvariantCulture, $"{title}, {page.Key}: {p95:0} ms at the 95th percentile"));
        }

        foreach (var failure in samples.Select(s => s.Failure).OfType<string>()) tally.Add(failure);
        foreach (var page in samples.Where(s => s.Failure is not null).GroupBy(s => s.Page, StringComparer.Ordinal))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{page.Count()} wrong answers of {page.Key}, such as {page.First().Failure}"));
    }

    /// <summary>The verdict; returns the exit code.</summary>
    public async Task<int> Close()
    {
        await output.WriteLineAsync(tally.Failures.Count == 0 ? "The bar holds." : "The bar does not hold.");
        return await tally.Close(output);
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
