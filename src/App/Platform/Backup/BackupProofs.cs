using System.Text.Json;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>
/// Remembers in the data directory which backups were proven by a trial restore. Not in the database: there it would vanish with what it is for.
/// </summary>
public sealed class BackupProofs(DataDirectory directory)
{
    private string File => Path.Combine(directory.Path, "proven-backups.json");

    /// <summary>The newest data that are known to be restorable; null: none.</summary>
    public BackupProof? Newest() => Read().MaxBy(p => p.MadeAt);

    public void Add(ProvenBackup backup, Instant now)
    {
        var proofs = Read().Where(p => p.File != backup.File).Append(new BackupProof(backup.File, backup.MadeAt.ToUnixTimeSeconds(), now.ToUnixTimeSeconds(), backup.Rows));
        DurableFile.WriteAllText(File, CanonicalJson.Write(proofs.OrderByDescending(p => p.ProvenAt).Take(BackupLimits.Proofs).ToList()));
    }

    private List<BackupProof> Read()
    {
        if (!System.IO.File.Exists(File)) return [];
        try
        {
            return CanonicalJson.Read<List<BackupProof>>(System.IO.File.ReadAllText(File));
        }
        catch (JsonException)
        {
            // What cannot be read proves nothing.
            return [];
        }
    }
}

/// <summary>A proof, in seconds since 1970.</summary>
/// <param name="File">The backup.</param>
/// <param name="MadeAt">State of its data.</param>
/// <param name="ProvenAt">When it was restored on trial.</param>
/// <param name="Rows">Rows that came out.</param>
public sealed record BackupProof(string File, long MadeAt, long ProvenAt, long Rows);
