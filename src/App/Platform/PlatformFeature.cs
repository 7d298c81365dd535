using NodaTime;
using NodaTime.Extensions;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Platform;

/// <summary>What every feature needs.</summary>
public static class PlatformFeature
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, DataDirectory directory, DatabaseChoice database) => services
        .AddSingleton(directory)
        .AddSingleton(database)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IClock>(p => p.GetRequiredService<TimeProvider>().ToClock())
        .AddScoped(_ => Actor.LocalOwner)
        .AddDbContext<AppDb>(database.Configure)
        .AddScoped<Database>()
        .AddScoped<History>()
        .AddScoped<PackageWriter>()
        .AddScoped<PackageReader>()
        .AddSingleton(_ => ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "catalogues")))
        .AddSingleton(p => p.GetRequiredService<ReferenceData>().Holidays)
        .AddSingleton<ItemNames>()
        .AddSingleton<LongWork>()
        .AddBackup()
        .AddLocalization();
}
