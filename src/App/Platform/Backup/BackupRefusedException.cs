namespace ResilienceMonitor.Platform.Backup;

/// <summary>A backup cannot be made, read or restored for a reason a person can understand; the use cases turn it into their <see cref="Result{T}"/>.</summary>
public sealed class BackupRefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;

    public static BackupRefusedException Because(string code, params object[] values) => new(Refusal.Of<BackupTexts>(code, values));

    public static BackupRefusedException Damaged => Because("damaged");
}
