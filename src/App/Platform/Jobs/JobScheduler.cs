using System.Data.Common;
using NodaTime;
using Quartz;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// The clock of the jobs: Quartz with its store in the same database, so that a job is started on one node of the installation, again on another one
/// if that node ends, and calendar work once for all nodes. It knows jobs by their ids; what they are stands in their rows.
/// </summary>
public sealed class JobScheduler(DatabaseChoice database, IServiceProvider services, IEnumerable<IJobKind> kinds, ILoggerFactory logs) : IAsyncDisposable
{
    internal const string Heavy = "heavy";
    private static readonly JobKey Runs = new("run");
    private static readonly JobKey Calendars = new("calendar");
    private static readonly JobKey Sweeps = new("sweep");

    // Due jobs are started in the order of their times. People come before the house: their work counts as if it had waited since yesterday;
    // and each job a body already has open puts its next one back by a minute, so that nobody stands in a queue behind a body that asked for twenty.
    private static readonly Duration PeopleFirst = Duration.FromDays(1);
    private static readonly Duration Behind = Duration.FromMinutes(1);

    private readonly CancellationTokenSource stopping = new();

    // A scheduler that is up halfway cannot be shut down: who stops waits for who starts.
    private readonly SemaphoreSlim turn = new(1);
    private IScheduler? scheduler;

    /// <summary>Begins to start jobs; until then they are only written down.</summary>
    public async Task Start(CancellationToken ct)
    {
        await Begin(ct);
        await services.GetRequiredService<JobSweep>().Run(this, ct);
    }

    // Begun means finished.
    private async Task Begin(CancellationToken ct)
    {
        var whole = CancellationToken.None;
        await turn.WaitAsync(ct);
        try
        {
            stopping.Token.ThrowIfCancellationRequested();
            var made = await QuartzStore.Build(database, new QuartzJobs(services, this, stopping.Token), logs, whole);
            await made.AddJob(JobBuilder.Create<RunJob>().WithIdentity(Runs).StoreDurably(true).RequestRecovery(true).Build(), AddJobOptions.Replacing, whole);
            await made.AddJob(JobBuilder.Create<CalendarTick>().WithIdentity(Calendars).StoreDurably(true).RequestRecovery(true).Build(), AddJobOptions.Replacing, whole);
            await made.AddJob(JobBuilder.Create<SweepTick>().WithIdentity(Sweeps).StoreDurably(true).Build(), AddJobOptions.Replacing, whole);
            foreach (var kind in kinds.Where(k => k.Calendar is not null)) await Enter(made, Calendars, kind.Name, kind.Calendar!, whole);
            await Enter(made, Sweeps, "sweep", "0 0/10 * * * ?", whole);
            scheduler = made;
            await made.Start(whole);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Has the job started at its time, or looked at again when the lease of its node is over. Planned twice it is there once; without a running scheduler the next sweep finds it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="ahead">Open jobs of its body before it.</param>
    /// <param name="ct">Ends the planning.</param>
    public async Task Plan(Job job, int ahead, CancellationToken ct)
    {
        if (scheduler is not { } planned) return;
        var fireAt = FireAt(job, ahead);
        var trigger = TriggerBuilder.Create<RunJob>()
            .ForJob(Runs)
            .WithIdentity($"{job.Id:N}-{job.RowVersion}-{(job.LeaseEndsAt ?? job.DueAt).ToUnixTimeMilliseconds()}", $"{job.BodyId.Value:N}")
            .UsingJobData(RunJob.Body, $"{job.BodyId.Value:D}")
            .UsingJobData(RunJob.Job, $"{job.Id:D}")
            .WithExecutionGroup(services.GetRequiredService<JobRunner>().IsHeavy(job) ? Heavy : null!)
            .StartAt(fireAt.ToDateTimeOffset())
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .Build();
        try
        {
            await planned.ScheduleTrigger(trigger, TriggerConflict.Keep, ct);
        }
        catch (Exception e) when (e is SchedulerException or DbException)
        {
            // The row is written; the sweep will find it. While this node stops that is as it should be: another one takes what it gives back.
            if (!stopping.IsCancellationRequested) logs.CreateLogger<JobScheduler>().LogWarning(e, "Job {Job} could not be planned yet", job.Id);
        }
    }

    /// <summary>Takes nothing new, gives running jobs back for other nodes, and ends.</summary>
    public async Task Stop()
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            if (scheduler is { } running) await running.Standby(CancellationToken.None);
            await stopping.CancelAsync();
            if (scheduler is { } ending) await ending.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
            scheduler = null;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        stopping.Dispose();
        turn.Dispose();
    }

    private static Instant FireAt(Job job, int ahead)
    {
        if (job.LeaseEndsAt is { } until) return until;
        if (job.RequestedBy == Identity.Actor.System.Id || job.Attempts > 0 || job.DueAt > job.CreatedAt) return job.DueAt;
        return job.DueAt - PeopleFirst + (Behind * ahead);
    }

    // An entry that is already there keeps what it missed while no node was running.
    private static async Task Enter(IScheduler scheduler, JobKey job, string name, string calendar, CancellationToken ct)
    {
        var key = new TriggerKey(name, "calendar");
        if (await scheduler.GetTrigger(key, ct) is ICronTrigger { CronExpressionString: var present } && present == calendar) return;
        var trigger = TriggerBuilder.Create<IJob>().ForJob(job).WithIdentity(key).UsingJobData(CalendarTick.Kind, name)
            .WithSchedule(CronScheduleBuilder.Create(calendar).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
    }
}
