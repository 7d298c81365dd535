using System.Data.Common;
using NodaTime;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// Stands beside a running job: writes how far it is and that its node lives, at most every half second, and reads whether somebody wants it cancelled
/// or another node has it now.
/// </summary>
internal sealed class JobWatch : IProgress<double>, IAsyncDisposable
{
    /// <summary>After this long without a sign of life another node may take the job.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly JobRow row;
    private readonly Job claimed;
    private readonly IClock clock;
    private readonly CancellationTokenSource ended;
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;
    private double progress;
    private Instant leaseEnds;

    public JobWatch(JobRow row, Job claimed, IClock clock, CancellationToken ct)
    {
        (this.row, this.claimed, this.clock, leaseEnds) = (row, claimed, clock, claimed.LeaseEndsAt!.Value);
        ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        watching = Task.Run(Watch, CancellationToken.None);
    }

    /// <summary>Ends the work.</summary>
    public CancellationToken Token => ended.Token;

    public bool IsCancelled { get; private set; }

    public bool IsLost { get; private set; }

    public void Report(double value)
    {
        // Several cores report at once; only forward.
        var wanted = Math.Clamp(value, 0, 1);
        for (var seen = Volatile.Read(ref progress); wanted > seen;)
        {
            var before = Interlocked.CompareExchange(ref progress, wanted, seen);
            if (before.Equals(seen)) return;
            seen = before;
        }
    }

    /// <summary>Afterwards nothing more is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
        ended.Dispose();
    }

    private async Task Watch()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token)) await Look();
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
    }

    private async Task Look()
    {
        var mine = false;
        try
        {
            var written = await row.Change(job =>
            {
                mine = job.RowVersion == claimed.RowVersion && job.State == JobState.Running;
                IsCancelled = mine && job.CancelRequested;
                return mine && Renew(job);
            }, stop.Token);
            if (written is { LeaseEndsAt: { } until }) leaseEnds = until;
            IsLost = !mine;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // The database does not answer: the job goes on until the lease is over, because then another node may begin.
            IsLost = clock.GetCurrentInstant() >= leaseEnds;
        }

        if (IsLost || IsCancelled) await ended.CancelAsync();
    }

    private bool Renew(Job job)
    {
        var now = clock.GetCurrentInstant();
        var share = Volatile.Read(ref progress);
        if (job.Progress.Equals(share) && leaseEnds - now > Lease * 2 / 3) return false;
        (job.Progress, job.LeaseEndsAt) = (share, now + Lease);
        return true;
    }
}
