namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Starts the scheduler in the web server, after it listens: pages are there first.</summary>
public sealed class JobService(JobScheduler scheduler, IHostApplicationLifetime lifetime, ILogger<JobService> log) : BackgroundService
{
    /// <summary>While the services are still there: running jobs are given back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await scheduler.Stop();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource();
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        try
        {
            await scheduler.Start(stoppingToken);
        }
#pragma warning disable CA1031 // Pages go on without the scheduler; what is ordered waits in its rows. That a server which ends was not up yet is no mistake.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!stoppingToken.IsCancellationRequested) log.LogError(e, "The scheduler of jobs did not start");
        }
    }
}
