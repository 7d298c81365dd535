using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.App.Tests.Calibration;

/// <summary>Invented outages, and folders with them.</summary>
internal static class Outages
{
    public static KnownOutage Encrypted(double? population = null, BackupState backups = BackupState.Unknown, OutageBody? kind = null) =>
        new() { Id = "X1", Population = population, Backups = backups, Kind = kind, Cause = OutageCause.Encrypted };

    public static Observation Seen(Milestone milestone, double first, double? last, ObservationMark mark = ObservationMark.Stated, string? service = null, double? share = null, string id = "X1") =>
        new() { Case = id, Milestone = milestone, Service = service, Share = share, DayMin = first, DayMax = last, Mark = mark };

    /// <summary>Writes the two files of a folder.</summary>
    public static string Folder(string cases, string observations)
    {
        var folder = Directory.CreateTempSubdirectory("resmon-outages-").FullName;
        File.WriteAllText(Path.Combine(folder, OutageFolder.CasesFile), cases);
        File.WriteAllText(Path.Combine(folder, OutageFolder.ObservationsFile), observations);
        return folder;
    }
}
