using Quartz;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs.House;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Quartz says that a kind of calendar work is due: every body gets its job.</summary>
internal sealed class CalendarTick(IServiceScopeFactory scopes, JobSweep sweep) : IJob
{
    /// <summary>Under which the scheduler keeps the name of the kind.</summary>
    public const string Kind = "kind";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var kind = (string)context.MergedJobDataMap[Kind]!;
        if (kind == PurgeBody.Kind) await AsSystem(cancellationToken);
        foreach (var body in await sweep.BodiesWithWork(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.House(body));
            await scope.ServiceProvider.GetRequiredService<JobQueue>().Start(body, kind, kind, new { }, cancellationToken);
        }
    }

    private async Task AsSystem(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        await scope.ServiceProvider.GetRequiredService<ForgetSessions>().Run(ct);
    }
}
