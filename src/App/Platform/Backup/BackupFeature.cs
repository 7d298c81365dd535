using ResilienceMonitor.Platform.Backup.Doctor;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Backups that are proven, and what is wrong with an installation.</summary>
public static class BackupFeature
{
    public static IServiceCollection AddBackup(this IServiceCollection services) => services
        .AddSingleton<StepReached>(_ => { })
        .AddSingleton<BackupProofs>()
        .AddScoped<MakeBackup>()
        .AddScoped<VerifyBackup>()
        .AddScoped<RestoreBackup>()
        .AddScoped<ExamineInstallation>();
}
