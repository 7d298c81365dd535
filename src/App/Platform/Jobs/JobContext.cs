using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>What a kind gets to do a job with: services that act for the job's body only, and what was ordered.</summary>
public sealed class JobContext(IServiceProvider services, Job job)
{
    public BodyId BodyId => job.BodyId;

    /// <summary>In the unit of work of the job.</summary>
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public T Read<T>() => CanonicalJson.Read<T>(job.Payload);

    /// <summary>
    /// Puts the end of the job into the same transaction as its effect: whoever lost the job meanwhile cannot save the effect either.
    /// For effects that would count twice; others need not call it.
    /// </summary>
    public async Task EndWithNextSave(CancellationToken ct)
    {
        var row = await Get<AppDb>().Set<Job>().SingleAsync(j => j.BodyId == job.BodyId && j.Id == job.Id, ct);
        if (row.RowVersion != job.RowVersion) throw new JobLostException();
        (row.State, row.Progress, row.EndedAt, row.LeaseEndsAt) = (JobState.Done, 1, Get<IClock>().GetCurrentInstant(), null);
        row.RowVersion++;
    }
}

/// <summary>Another node has the job now.</summary>
public sealed class JobLostException : Exception
{
    public JobLostException() : base("Another node has the job now.")
    {
    }
}
