using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Forecasts.Country;
using ResilienceMonitor.Forecasts.Regions;
using ResilienceMonitor.Forecasts.Regions.Outlines;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Layout;

namespace ResilienceMonitor.Forecasts;

/// <summary>How long are we out, and what helps most.</summary>
public static class ForecastsFeature
{
    public static readonly Permission Simulate = new("forecasts.simulate", Roles.People);

    public static IServiceCollection AddForecasts(this IServiceCollection services)
    {
        foreach (var job in ForecastJob.All) services.AddSingleton<IJobKind>(job);
        return services.AddParts();
    }

    private static IServiceCollection AddParts(this IServiceCollection services) => services
        .AddSingleton<IMapping, ForecastsMapping>()
        .AddScoped<IConsentedBlock, ResultsBlock>()
        .AddScoped<PrepareOutage>()
        .AddScoped<StoredResults>()
        .AddScoped<SimulateOutage>()
        .AddSingleton<KeptPreviews>()
        .AddScoped<SimulateCountry>()
        .AddScoped<RankMeasures>()
        .AddScoped<FindBestSet>()
        .AddScoped<CheckFirst>()
        .AddScoped<ForecastRemaining>()
        .AddScoped<ForecastWork>()
        .AddScoped<PathNames>()
        .AddSingleton(new NavItem(30, "/simulation", typeof(ForecastsTexts), "nav.simulation"))
        .AddSingleton(new NavItem(40, "/measures", typeof(ForecastsTexts), "nav.measures"))
        .AddScoped<LookAtRegion>()
        .AddScoped<RegionStamp>()
        .AddScoped<RegionOutlines>()
        .AddSingleton(new NavItem(50, "/region", typeof(RegionTexts), "nav"))
        .AddScoped<ExplainService>();

    extension(AppDb db)
    {
        public DbSet<Forecast> Forecasts => db.Set<Forecast>();
    }
}
