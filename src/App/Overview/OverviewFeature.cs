using ResilienceMonitor.Overview.Search;
using ResilienceMonitor.Overview.Visits;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Ui.Layout;

namespace ResilienceMonitor.Overview;

/// <summary>Start page and web server: everything comes together here.</summary>
public static class OverviewFeature
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddScoped<LoadOverview>()
        .AddScoped<ListChangesSince>()
        .AddSingleton<IJobKind, ReportBody>()
        .AddScoped<LoadDemonstration>()
        .AddScoped<SearchEverything>()
        .AddScoped<SearchedPages>()
        .AddSingleton(new NavItem(10, "/", typeof(OverviewTexts), "nav"));
}
