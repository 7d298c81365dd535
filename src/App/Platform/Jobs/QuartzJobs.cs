using Quartz;
using Quartz.Extensibility;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Makes what Quartz starts.</summary>
internal sealed class QuartzJobs(IServiceProvider services, JobScheduler scheduler, CancellationToken stopping) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler _, CancellationToken cancellationToken)
    {
        var type = bundle.JobDetail.JobType.Type;
        IJob job = type == typeof(RunJob) ? new RunJob(services.GetRequiredService<JobRunner>(), scheduler, stopping)
            : type == typeof(CalendarTick) ? new CalendarTick(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<JobSweep>())
            : type == typeof(SweepTick) ? new SweepTick(services.GetRequiredService<JobSweep>(), scheduler)
            : throw new InvalidOperationException($"{type.Name} is not started by the scheduler.");
        return new(new JobScope(job, null!));
    }

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
