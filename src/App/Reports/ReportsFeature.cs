using ResilienceMonitor.Reports.Paper;

namespace ResilienceMonitor.Reports;

/// <summary>Forecasts as papers: for the council, for slides, for the telephone.</summary>
public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<LoadPaper>()
        .AddScoped<WriteReport>();
}
