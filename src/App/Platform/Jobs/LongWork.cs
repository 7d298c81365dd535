using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// Work that takes longer than a page should: it runs beside the request, shows progress, can be cancelled, and people may
/// leave the page meanwhile. The same work asked for twice is done once. It is lost when the process ends; what it computes
/// is stored by the use case itself.
/// </summary>
public sealed class LongWork(IServiceScopeFactory scopes, IClock clock, ILogger<LongWork> log) : IDisposable
{
    private static readonly Duration KeptAfterEnd = Duration.FromMinutes(30);
    private readonly ConcurrentDictionary<string, WorkItem> items = new(StringComparer.Ordinal);

    // One at a time: a simulation already uses every core.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Starts the work unless it runs already; refused when too much is waiting.</summary>
    /// <param name="key">Names the work; equal keys are the same work.</param>
    /// <param name="title">Key of the text people read while they wait, each in their language.</param>
    /// <param name="work">The work, on services of its own; returns the refusal of a rule or null.</param>
    public Result<WorkItem> Start(string key, string title, Func<IServiceProvider, IProgress<double>, CancellationToken, Task<Refusal?>> work)
    {
        Forget();
        if (items.TryGetValue(key, out var running) && running.State is WorkState.Waiting or WorkState.Running) return running;
        if (items.Values.Count(i => i.State is WorkState.Waiting or WorkState.Running) >= Limits.WaitingWork) return Refusal.Of<PlatformTexts>("work.too-much");
        var item = new WorkItem(key, title, clock);
        items[key] = item;
        var culture = CultureInfo.CurrentUICulture;
        _ = Task.Run(() => Do(item, culture, work));
        return item;
    }

    public WorkItem? Find(string key) => items.GetValueOrDefault(key);

    /// <summary>Cancels the work; nothing of it is kept.</summary>
    public void Cancel(string key) => Find(key)?.Cancel();

    public void Dispose()
    {
        // The semaphore stays: work that is just being cancelled still gives it back.
        foreach (var item in items.Values) item.Cancel();
    }

    private async Task Do(WorkItem item, CultureInfo culture, Func<IServiceProvider, IProgress<double>, CancellationToken, Task<Refusal?>> work)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = culture;
        try
        {
            await turn.WaitAsync(item.Cancellation);
            try
            {
                item.Begin();
                await using var scope = scopes.CreateAsyncScope();
                item.End(await work(scope.ServiceProvider, item, item.Cancellation));
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            item.EndCancelled();
        }
#pragma warning disable CA1031 // The edge of a piece of work: a mistake in it must not take the process with it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "Long work {Key} failed", item.Key);
            item.EndFailed();
        }
    }

    private void Forget()
    {
        var now = clock.GetCurrentInstant();
        foreach (var item in items.Values.Where(i => i.EndedAt is { } end && now - end > KeptAfterEnd)) items.TryRemove(item.Key, out _);
    }
}
