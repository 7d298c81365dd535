using System.Diagnostics;
using System.Globalization;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>What a writer did to the disk, recorded with strace.</summary>
/// <param name="Steps">In their order.</param>
public sealed record Recording(IReadOnlyList<Step> Steps)
{
    /// <summary>Null: strace is not there, so nothing can be recorded.</summary>
    public static string? Tracer { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(p => Path.Combine(p, "strace")).FirstOrDefault(File.Exists);

    public static async Task<Recording> Make(string directory, int changes, string? flaw, CancellationToken ct)
    {
        var root = Directory.CreateDirectory(Path.Combine(directory, "recorded")).FullName;
        var trace = Path.Combine(directory, "trace");
        var arguments = new List<string> { "powercut-writer", "--data", Path.Combine(root, "data"), "--changes", changes.ToString(CultureInfo.InvariantCulture) };
        if (flaw is not null) arguments.AddRange(["--weakened", flaw]);
        var start = LabProcess.Of(arguments, Tracer ?? throw new InvalidOperationException("strace is not installed."),
            "-f", "--seccomp-bpf", "-qq", "-xx", "-s", "4194304", "-e", $"trace={TraceReader.Calls}", "-e", "signal=none", "-o", trace);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new InvalidOperationException($"The writer ended with {process.ExitCode}: {await errors}");
        var recording = new Recording(TraceReader.Read(trace, root));
        recording.MustBeComplete(root);
        return recording;
    }

    // With all the luck in the world the simulated disk must hold exactly what the real one holds; else a call was missed.
    private void MustBeComplete(string root)
    {
        var disk = new SimulatedDisk(NameRule.Ordered);
        foreach (var step in Steps) disk.Take(step);
        var image = disk.Cut(Luck.All, new Dice(0, 0));
        var real = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f), StringComparer.Ordinal);
        var different = image.Keys.Union(real.Keys).FirstOrDefault(f => !image.TryGetValue(f, out var bytes) || !real.TryGetValue(f, out var file) || !bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file)));
        if (different is not null) throw new InvalidDataException($"The recording is not complete: {different} differs.");
    }
}
