using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Files;

/// <summary>A file in two steps: first it is checked and kept for a day, then taken over without being chosen again, on whichever node.</summary>
public sealed class ChosenFile(KeepFile keep, ReadFile read)
{
    private static readonly Duration Kept = Duration.FromDays(1);

    /// <summary>What was chosen now, or else the one kept before.</summary>
    /// <param name="file">What was chosen now; null: nothing.</param>
    /// <param name="earlier">The one kept before.</param>
    /// <param name="owner">Body for which a file chosen now is kept; null: it is not.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<HandedInFile>> Find(HandedIn? file, Guid? earlier, BodyId? owner, CancellationToken ct)
    {
        if (file is not null)
        {
            // What is too large to be kept is chosen twice.
            var stored = owner is { } body ? await keep.Run(body, file.Name, file.MediaType, file.Bytes, Kept, ct) : default;
            return new HandedInFile(file, owner is not null && stored.Refusal is null ? stored.Value : null);
        }

        if (earlier is not { } id) return Refusal.Of<PlatformTexts>("kept-file.none");
        var found = await read.Run(id, ct);
        return found.Refusal is { } gone ? gone : new HandedInFile(new HandedIn(found.Value.Name, found.Value.MediaType, found.Value.Bytes), found.Value);
    }
}

/// <summary>A file as a browser hands it in.</summary>
public sealed record HandedIn(string Name, string MediaType, byte[] Bytes)
{
    /// <summary>The file of a field of a form; null: none was chosen.</summary>
    public static async Task<HandedIn?> Of(IFormCollection form, string field, CancellationToken ct)
    {
        if (form.Files.GetFile(field) is not { Length: > 0 } chosen) return null;
        using var bytes = new MemoryStream();
        await chosen.CopyToAsync(bytes, ct);
        return new HandedIn(chosen.FileName, chosen.ContentType, bytes.ToArray());
    }
}

/// <summary>A file, and where it is kept.</summary>
public sealed record HandedInFile(HandedIn File, StoredFile? Kept);
