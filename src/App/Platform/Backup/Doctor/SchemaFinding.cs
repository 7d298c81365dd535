using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Whether database and program are of the same version.</summary>
internal static class SchemaFinding
{
    public static Finding? Of(int version) => version.CompareTo(Installation.CurrentSchema) switch
    {
        > 0 => Finding.Of("database.newer", version, Installation.CurrentSchema),
        < 0 => Finding.Of("database.older", version, Installation.CurrentSchema),
        0 => null,
    };
}
