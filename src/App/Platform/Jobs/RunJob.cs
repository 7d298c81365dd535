using Quartz;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Quartz says that a job is due, by the ids of body and job and nothing else.</summary>
internal sealed class RunJob(JobRunner runner, JobScheduler scheduler, CancellationToken stopping) : IJob
{
    public const string Body = "body";
    public const string Job = "job";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var again = await runner.Run(new BodyId(Guid.Parse((string)data[Body]!)), Guid.Parse((string)data[Job]!), stopping);
        if (again is not null) await scheduler.Plan(again, 0, CancellationToken.None);
    }
}
