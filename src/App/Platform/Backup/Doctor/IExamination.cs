namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Looks at one side of an installation and changes nothing.</summary>
internal interface IExamination
{
    Task<IReadOnlyList<Finding>> Run(CancellationToken ct);
}
