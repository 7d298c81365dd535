using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Forecasts;

/// <summary>How long are we out, and what helps most.</summary>
public static class ForecastsFeature
{
    public static readonly Permission Simulate = new("forecasts.simulate");

    public static IServiceCollection AddForecasts(this IServiceCollection services) => services
        .AddSingleton<IMapping, ForecastsMapping>()
        .AddScoped<PrepareOutage>()
        .AddScoped<SimulateOutage>()
        .AddScoped<RankMeasures>()
        .AddScoped<FindBestSet>()
        .AddScoped<ExplainService>();

    extension(AppDb db)
    {
        public DbSet<Forecast> Forecasts => db.Set<Forecast>();
    }
}
