using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Everything that is wrong with the installation, the gravest first: without its directory the rest need not be looked at.</summary>
public sealed class ExamineInstallation(DataDirectory directory, DatabaseChoice database, AppDb db, BackupProofs proofs, IClock clock)
{
    public async Task<IReadOnlyList<Finding>> Run(CancellationToken ct)
    {
        var place = new DirectoryExamination(directory);
        if (place.Unreachable() is { } unreachable) return [unreachable];
        var findings = new List<Finding>();
        foreach (var examination in new[] { place, DatabaseExamination(), new ComputerExamination(directory, Environment.Version, clock), new ProofExamination(directory, proofs, clock) })
            findings.AddRange(await examination.Run(ct));
        return findings;
    }

    private IExamination DatabaseExamination() => database switch
    {
        DatabaseChoice.Postgres postgres => new PostgresExamination(postgres.ConnectionString, StoreChoice.OwnerOf(postgres), clock),
        DatabaseChoice.Sqlite sqlite => new SqliteExamination(sqlite.File, db, clock),
        _ => throw new NotSupportedException($"There is no examination of {database}."),
    };
}
