using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>What is planned, running and failed on the whole installation: numbers by kind, and nothing of any body.</summary>
public sealed class CountJobs(JobSweep sweep, IServiceScopeFactory scopes, IEnumerable<IJobKind> kinds, IClock clock)
{
    public async Task<JobsDocument> Run(CancellationToken ct)
    {
        var jobs = new Dictionary<string, JobCounts>(StringComparer.Ordinal);
        var notices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var body in await sweep.Bodies(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.House(body));
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            foreach (var group in await db.Set<Job>().Where(j => j.BodyId == body).GroupBy(j => new { j.Kind, j.State }).Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(ct))
                jobs[group.Kind] = jobs.GetValueOrDefault(group.Kind, new JobCounts()).With(group.State, group.Count);
            foreach (var group in await db.Set<Notice>().Where(n => n.BodyId == body).GroupBy(n => n.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
                notices[group.Key] = notices.GetValueOrDefault(group.Key) + group.Count;
        }

        var now = clock.GetCurrentInstant();
        foreach (var kind in kinds) jobs[kind.Name] = jobs.GetValueOrDefault(kind.Name, new JobCounts()) with { NextAt = Next(kind, now) };
        return new JobsDocument
        {
            Kinds = new SortedDictionary<string, JobCounts>(jobs, StringComparer.Ordinal),
            Notices = new SortedDictionary<string, int>(notices, StringComparer.Ordinal),
        };
    }

    private static string? Next(IJobKind kind, Instant now) => kind.Calendar is { } calendar
        && Quartz.CronExpression.Parse(calendar).WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(now.ToDateTimeOffset()) is { } next
        ? Instant.FromDateTimeOffset(next).ToString()
        : null;
}
