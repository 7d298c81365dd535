using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>Takes a list over in two steps: first it is checked and kept for a day, then taken over without being chosen again, on whichever node.</summary>
public sealed class TakeList(ImportBodies import, ChosenFile files, ChosenBody chosen, Actor actor)
{
    /// <param name="file">What was chosen now; null: the one kept before.</param>
    /// <param name="earlier">The one kept before.</param>
    /// <param name="region">Name of the region, if one was entered.</param>
    /// <param name="dryRun">Only checks.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<TakenList>> Run(HandedIn? file, Guid? earlier, string? region, bool dryRun, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);

        // Where there is no body yet whose file it could be, it is chosen twice.
        var owner = dryRun && file is not null ? actor.Scope.Acting ?? (await chosen.Find(null, ct))?.BodyId : null;
        var found = await files.Find(file, earlier, owner, ct);
        if (found.Refusal is { } refusal) return refusal;
        using var stream = new MemoryStream(found.Value.File.Bytes);
        var done = await import.Run(stream, found.Value.File.Name, region, dryRun, ct);
        return new TakenList(done, dryRun && done.Plan.Errors.Count == 0 ? found.Value.Kept : null);
    }
}

/// <summary>What an import did or would do, and the file that was kept for the next step.</summary>
public sealed record TakenList(BodyImport Import, StoredFile? Kept);
