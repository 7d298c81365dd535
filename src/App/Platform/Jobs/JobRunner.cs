using NodaTime;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// Does one job: takes it so that no other node has it, runs its kind in a unit of work that sees the job's body only, and writes the outcome, unless
/// the job was lost meanwhile.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<IJobKind> kinds, TendedBodies tended, DefaultActor unnamed, IClock clock, ILogger<JobRunner> log)
{
    private static readonly Duration Pause = Duration.FromSeconds(10);
    private readonly Dictionary<string, IJobKind> known = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public bool IsHeavy(Job job) => known.TryGetValue(job.Kind, out var kind) && kind.Heavy;

    /// <summary>Returns the row when it must be planned again: for another attempt, or because another node may still have it.</summary>
    public async Task<Job?> Run(BodyId body, Guid id, CancellationToken stopping)
    {
        var row = new JobRow(scopes, body, id);
        Job? elsewhere = null;
        var claimed = await row.Change(j => Claim(j, out elsewhere), stopping);
        if (claimed is not { State: JobState.Running }) return claimed is null ? elsewhere : null;
        var end = await Attempt(row, claimed, stopping);
        if (end is null) return null;
        var written = await row.Change(j => j.RowVersion == claimed.RowVersion && j.State == JobState.Running && End(j, end), CancellationToken.None);
        return written is { State: JobState.Waiting } ? written : null;
    }

    private bool Claim(Job job, out Job? elsewhere)
    {
        var now = clock.GetCurrentInstant();
        elsewhere = null;
        if (!job.IsOpen) return false;
        if (job.State == JobState.Running && job.LeaseEndsAt > now)
        {
            elsewhere = job;
            return false;
        }

        job.RowVersion++;
        if (job.CancelRequested) return End(job, new JobEnd(JobState.Cancelled));
        if (job.Attempts >= Limits.JobAttempts) return End(job, new JobEnd(JobState.Failed));
        (job.State, job.StartedAt, job.LeaseEndsAt, job.Progress) = (JobState.Running, now, now + JobWatch.Lease, 0);
        job.Attempts++;
        return true;
    }

    // Null: the job is another node's now, or ended together with its effect.
    private async Task<JobEnd?> Attempt(JobRow row, Job job, CancellationToken stopping)
    {
        await using var watch = new JobWatch(row, job, clock, stopping);
        try
        {
            var refusal = await Do(job, watch);
            return refusal is null ? new JobEnd(JobState.Done) : new JobEnd(JobState.Refused, refusal);
        }
        catch (Exception) when (watch.IsLost)
        {
            return null;
        }
        catch (JobLostException)
        {
            return null;
        }
        catch (OperationCanceledException) when (watch.IsCancelled)
        {
            return new JobEnd(JobState.Cancelled);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new JobEnd(JobState.Waiting) { Stopped = true };
        }
        catch (NotPermittedException)
        {
            return new JobEnd(JobState.Refused, "not-permitted");
        }
#pragma warning disable CA1031 // The edge of a job: a mistake in it must not take the process with it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "Attempt {Attempt} of job {Job} ({Kind}) failed", job.Attempts, job.Id, job.Kind);
            return new JobEnd(job.Attempts >= Limits.JobAttempts ? JobState.Failed : JobState.Waiting);
        }
    }

    private async Task<string?> Do(Job job, JobWatch watch)
    {
        if (!known.TryGetValue(job.Kind, out var kind)) throw new InvalidOperationException($"This version knows no kind of job {job.Kind}.");
        if (await new JobActor(scopes, tended, unnamed).Of(job, watch.Token) is not { } actor) return "not-permitted";
        JobActor.Speak(job);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return (await kind.Run(new JobContext(scope.ServiceProvider, job), watch, watch.Token))?.Code;
    }

    private bool End(Job job, JobEnd end)
    {
        var now = clock.GetCurrentInstant();
        (job.State, job.Refusal, job.LeaseEndsAt) = (end.State, end.Refusal, null);
        job.RowVersion++;
        if (end.State == JobState.Waiting)
        {
            job.DueAt = end.Stopped ? now : now + (Pause * job.Attempts);
            if (end.Stopped) job.Attempts--;
            return true;
        }

        job.EndedAt = now;
        if (end.State == JobState.Done) job.Progress = 1;
        return true;
    }

    /// <param name="State">What the job becomes.</param>
    /// <param name="Refusal">Code of the rule that said no.</param>
    private sealed record JobEnd(JobState State, string? Refusal = null)
    {
        /// <summary>The node was shut down in good order, which is no attempt.</summary>
        public bool Stopped { get; init; }
    }
}
