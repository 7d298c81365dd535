using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Services;

/// <summary>Takes a change of services or resources back, unless the model could then no longer be simulated.</summary>
public sealed class UndoModelChange(AppDb db, BodyDirectory bodies, History history, ModelGuard guard, Actor actor)
{
    public async Task<Result<int>> Run(string bodyKey, Guid changeId, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var undone = await history.UndoChange(body.Value.BodyId, changeId, ct);
        if (undone.Refusal is not null) return undone;

        // What was taken out may since have been put in the other way round: together they could be a circle.
        if (await guard.Check(bodyKey, m => m, ct) is { } problem)
        {
            db.ChangeTracker.Clear();
            return problem;
        }

        await transaction.CommitAsync(ct);
        return undone;
    }
}
