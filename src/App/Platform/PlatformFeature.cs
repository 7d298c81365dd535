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
using ResilienceMonitor.Platform.Jobs.House;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform;

/// <summary>What every feature needs.</summary>
public static class PlatformFeature
{
    /// <summary>Hands in files that are read again in a later step.</summary>
    public static readonly Permission KeepFiles = new("files.keep", Roles.People);

    /// <summary>Reads the reminders of the body.</summary>
    public static readonly Permission ReadNotices = new("notices.read", Roles.People);

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
        .AddSingleton<IMapping, JobsMapping>()
        .AddSingleton<IMapping, FilesMapping>()
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
        .AddSingleton<JobScheduler>()
        .AddSingleton<JobRunner>()
        .AddSingleton<JobSweep>()
        .AddScoped<JobQueue>()
        .AddSingleton<IJobKind, PurgeBody>()
        .AddSingleton<IJobKind, RemindBody>()
        .AddScoped<ForgetSessions>()
        .AddScoped<ReadNotices>()
        .AddScoped<CountJobs>()
        .AddScoped<KeepFile>()
        .AddScoped<ChosenFile>()
        .AddScoped<ReadFile>()
        .AddBackup()
        .AddAccounts()
        .AddLocalization();
}
