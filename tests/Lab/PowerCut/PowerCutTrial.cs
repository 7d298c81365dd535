using System.Threading.Channels;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Records the real application once, and then cuts its power at many points and in many ways.</summary>
public sealed class PowerCutTrial(int seed, string? flaw)
{
    private const int Checkers = 2;
    private const int WaitingImages = 4;

    /// <param name="states">How many disks to look at, half of them under each rule about names.</param>
    /// <param name="changes">Changes of bodies in the recording; own files and keys are written beside them.</param>
    /// <param name="ct">Stops the trial.</param>
    public async Task<PowerCutResult> Run(int states, int changes, CancellationToken ct)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Memory(), $"resmon-power-{Guid.CreateVersion7():N}")).FullName;
        try
        {
            var recording = await Recording.Make(directory, changes, flaw, ct);
            var numbers = Enumerable.Range(0, states).ToLookup(i => i % 2 == 0 ? NameRule.Ordered : NameRule.DirectoryOnly);
            var ordered = await Check(new ImageMaker(recording, seed).Make(NameRule.Ordered, [.. numbers[NameRule.Ordered]]), directory, ct);
            var directoryOnly = await Check(new ImageMaker(recording, seed).Make(NameRule.DirectoryOnly, [.. numbers[NameRule.DirectoryOnly]]), directory, ct);
            return new PowerCutResult(recording.Steps.Count, recording.Steps.OfType<Step.Acknowledge>().Count(), recording.Steps.OfType<Step.Flush>().Count(), ordered, directoryOnly);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<Tally> Check(IEnumerable<DiskImage> images, string directory, CancellationToken ct)
    {
        var waiting = Channel.CreateBounded<DiskImage>(WaitingImages);
        var tally = new Tally();
        var checkers = Enumerable.Range(0, Checkers).Select(n => Task.Run(async () =>
        {
            await using var check = new ImageCheck(Path.Combine(directory, $"image-{n}"));
            await foreach (var image in waiting.Reader.ReadAllAsync(ct))
            {
                var failure = await check.Run(image, ct);
                lock (tally) tally.Add(failure);
            }
        }, ct)).ToList();
        foreach (var image in images) await waiting.Writer.WriteAsync(image, ct);
        waiting.Writer.Complete();
        await Task.WhenAll(checkers);
        return tally;
    }

    // Thousands of images are written and read; in memory they cost no disk.
    private static string Memory() => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
}

/// <param name="Steps">Steps in the recording.</param>
/// <param name="Acknowledged">Changes acknowledged in it.</param>
/// <param name="Flushes">Calls of fsync or fdatasync in it.</param>
/// <param name="Ordered">States under <see cref="NameRule.Ordered"/>.</param>
/// <param name="DirectoryOnly">States under <see cref="NameRule.DirectoryOnly"/>.</param>
public sealed record PowerCutResult(int Steps, int Acknowledged, int Flushes, Tally Ordered, Tally DirectoryOnly)
{
    public IReadOnlyList<string> Failures => [.. Ordered.Failures, .. DirectoryOnly.Failures];

    public int Passed => Ordered.Passed + DirectoryOnly.Passed;
}
