using NodaTime;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>What a restore brought back.</summary>
/// <param name="MadeAt">State of the data.</param>
/// <param name="Aside">Where the old database is kept; null: there was none.</param>
public sealed record RestoredBackup(Instant MadeAt, int Tables, long Rows, string? Aside);

/// <summary>A backup that was restored on trial and came out as it went in.</summary>
public sealed record ProvenBackup(string File, long Bytes, Instant MadeAt, int Tables, long Rows);
