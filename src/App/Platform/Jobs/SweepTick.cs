using Quartz;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Quartz says that it is time to look for jobs it does not know.</summary>
internal sealed class SweepTick(JobSweep sweep, JobScheduler scheduler) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.Run(scheduler, cancellationToken);
}
