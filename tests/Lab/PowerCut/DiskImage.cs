using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>A disk after a power cut, and what had been acknowledged by then.</summary>
/// <param name="Number">Number of the state within the trial.</param>
/// <param name="Description">How it came about.</param>
/// <param name="Files">Contents by path.</param>
/// <param name="Acknowledged">Highest acknowledged number by subject, by area.</param>
public sealed record DiskImage(int Number, string Description, IReadOnlyDictionary<string, byte[]> Files, ILookup<string, Change> Acknowledged)
{
    // Only the index of the write-ahead log, in memory and rebuilt from it; it never counts after a power cut.
    private const string LogIndex = "-shm";

    /// <summary>Puts it where a program can be started on it.</summary>
    public void WriteTo(string directory)
    {
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
        foreach (var (name, bytes) in Files.Where(f => !f.Key.EndsWith(LogIndex, StringComparison.Ordinal)))
        {
            var path = Path.Combine(directory, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    public IReadOnlyDictionary<string, int> AcknowledgedOf(string area) => Acknowledged[area].GroupBy(c => c.Subject, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Max(c => c.Number), StringComparer.Ordinal);
}
