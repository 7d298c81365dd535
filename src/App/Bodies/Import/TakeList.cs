using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>Takes a list over in two steps: first it is checked and kept for a day, then taken over without being chosen again, on whichever node.</summary>
public sealed class TakeList(ImportBodies import, KeepFile keep, ReadFile read, ChosenBody chosen, Actor actor)
{
    private static readonly Duration Kept = Duration.FromDays(1);

    /// <param name="file">What was chosen now; null: the one kept before.</param>
    /// <param name="earlier">The one kept before.</param>
    /// <param name="region">Name of the region, if one was entered.</param>
    /// <param name="dryRun">Only checks.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<TakenList>> Run(HandedIn? file, Guid? earlier, string? region, bool dryRun, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        StoredFile? kept = null;
        if (file is null)
        {
            if (earlier is not { } id) return Refusal.Of<BodiesTexts>("import.no-file");
            var found = await read.Run(id, ct);
            if (found.Refusal is { } gone) return gone;
            kept = found.Value;
            file = new HandedIn(kept.Name, kept.MediaType, kept.Bytes);
        }
        else if (dryRun)
        {
            kept = await Keep(file, ct);
        }

        using var stream = new MemoryStream(file.Bytes);
        var done = await import.Run(stream, file.Name, region, dryRun, ct);
        return new TakenList(done, dryRun && done.Plan.Errors.Count == 0 ? kept : null);
    }

    // What cannot be kept, because it is large or there is no body yet whose file it could be, is chosen twice as before.
    private async Task<StoredFile?> Keep(HandedIn file, CancellationToken ct)
    {
        var body = actor.Scope.Acting ?? (await chosen.Find(null, ct))?.BodyId;
        if (body is not { } owner) return null;
        var kept = await keep.Run(owner, file.Name, file.MediaType, file.Bytes, Kept, ct);
        return kept.Refusal is null ? kept.Value : null;
    }
}

/// <summary>A file as a browser hands it in.</summary>
public sealed record HandedIn(string Name, string MediaType, byte[] Bytes);

/// <summary>What an import did or would do, and the file that was kept for the next step.</summary>
public sealed record TakenList(BodyImport Import, StoredFile? Kept);
