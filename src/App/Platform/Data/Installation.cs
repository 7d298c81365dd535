using NodaTime;

namespace ResilienceMonitor.Platform.Data;

/// <summary>The one row that says which schema the database has.</summary>
public sealed class Installation
{
    /// <summary>Grows with each change of the tables.</summary>
    public const int CurrentSchema = 7;

    public int Id { get; init; } = 1;
    public required int SchemaVersion { get; set; }
    public required Instant CreatedAt { get; init; }

    /// <summary>True once the demonstration was offered, so that removing it is for good.</summary>
    public bool DemonstrationLoaded { get; set; }
}
