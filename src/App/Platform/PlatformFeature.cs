using NodaTime;
using NodaTime.Extensions;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Data.Upgrade;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform;

/// <summary>What every feature needs.</summary>
public static class PlatformFeature
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, DataDirectory directory, DatabaseChoice database)
    {
        database.Add(services);
        return services.AddParts(directory, database);
    }

    private static IServiceCollection AddParts(this IServiceCollection services, DataDirectory directory, DatabaseChoice database) => services
        .AddSingleton(directory)
        .AddSingleton(database)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IClock>(p => p.GetRequiredService<TimeProvider>().ToClock())
        .AddSingleton(new DefaultActor(Actor.LocalOwner))
        .AddScoped(p => new CurrentActor(p.GetRequiredService<DefaultActor>().Actor))
        .AddScoped(p => p.GetRequiredService<CurrentActor>().Actor)
        .AddSingleton(Walls.Both)
        .AddScoped<AppDbParts>()
        .AddSingleton<IMapping, TenancyMapping>()
        .AddSingleton<IMapping, IdentityMapping>()
        .AddSingleton(_ => new InstallationLock(directory.DatabaseFile))
        .AddScoped<Database>()
        .AddScoped<History>()
        .AddScoped<ListChanges>()
        .AddPeople()
        .AddScoped<PackageWriter>()
        .AddScoped<PackageReader>()
        .AddSingleton(_ => ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "catalogues")))
        .AddSingleton(p => p.GetRequiredService<ReferenceData>().Holidays)
        .AddSingleton<ItemNames>()
        .AddSingleton<LongWork>()
        .AddBackup()
        .AddAccounts()
        .AddLocalization();
}
