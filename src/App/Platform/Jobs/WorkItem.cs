using NodaTime;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>One piece of long work and how far it is.</summary>
public sealed class WorkItem(string key, string title, IClock clock) : IProgress<double>, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly Lock gate = new();
    private Instant begun = clock.GetCurrentInstant();

    public string Key { get; } = key;

    /// <summary>Key of a text.</summary>
    public string Title { get; } = title;

    public WorkState State { get; private set; }

    /// <summary>0..1.</summary>
    public double Progress { get; private set; }

    public Refusal? Refusal { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Time left, extrapolated; null as long as nothing can be said.</summary>
    public Duration? Remaining => State == WorkState.Running && Progress > 0.02
        ? (clock.GetCurrentInstant() - begun) * ((1 - Progress) / Progress)
        : null;

    internal CancellationToken Cancellation => cancellation.Token;

    public void Report(double value)
    {
        lock (gate) Progress = Math.Max(Progress, Math.Clamp(value, 0, 1));
    }

    public void Dispose() => cancellation.Dispose();

    internal void Begin()
    {
        lock (gate) (State, begun) = (WorkState.Running, clock.GetCurrentInstant());
    }

    internal void End(Refusal? refusal) => End(refusal is null ? WorkState.Done : WorkState.Refused, refusal);

    internal void EndCancelled() => End(WorkState.Cancelled, null);

    internal void EndFailed() => End(WorkState.Failed, null);

    internal void Cancel() => cancellation.Cancel();

    private void End(WorkState state, Refusal? refusal)
    {
        lock (gate) (State, Refusal, EndedAt) = (state, refusal, clock.GetCurrentInstant());
    }
}

public enum WorkState
{
    Waiting,
    Running,
    Done,
    Refused,
    Cancelled,
    Failed,
}
