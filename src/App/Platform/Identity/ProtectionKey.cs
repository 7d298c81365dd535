namespace ResilienceMonitor.Platform.Identity;

/// <summary>A key of the ring that protects cookies and forms; in the database, so that every node has it.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As the framework writes it, encrypted.</summary>
    public required string Xml { get; init; }
}
