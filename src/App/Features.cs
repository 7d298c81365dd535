using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Cli;
using ResilienceMonitor.Calibration;
using ResilienceMonitor.Calibration.Cli;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Cli;
using ResilienceMonitor.Handbook;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Backup.Cli;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Identity.Keys;
using ResilienceMonitor.Providers;
using ResilienceMonitor.Reports;
using ResilienceMonitor.Reports.Cli;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables;
using ResilienceMonitor.Tables.Cli;

namespace ResilienceMonitor;

/// <summary>The features in their fixed order, which is the reading order: each may use those above it.</summary>
public static class Features
{
    public static IReadOnlyList<string> Order { get; } = ["Platform", "Bodies", "Services", "Scenarios", "Measures", "Tables", "Calibration", "Forecasts", "Reports", "Providers", "Handbook", "Overview"];

    public static IReadOnlyList<IVerb> Verbs { get; } = [new ServeVerb(), new ImportVerb(), new ExportVerb(), new ImportTablesVerb(), new ExportTablesVerb(), new SimulateVerb(), new RankVerb(), new RemainingVerb(), new ExplainVerb(), new ReportVerb(), new ValidateVerb(), new CalibrateVerb(),
        new BackupVerb(), new VerifyVerb(), new RestoreVerb(), new DoctorVerb(), new RotateKeysVerb(), new BreakGlassVerb(), new JobsVerb()];

    public static void Add(IServiceCollection services) => services
        .AddBodies()
        .AddServices()
        .AddScenarios()
        .AddMeasures()
        .AddTables()
        .AddCalibration()
        .AddForecasts()
        .AddReports()
        .AddProviders()
        .AddHandbook()
        .AddOverview();
}
