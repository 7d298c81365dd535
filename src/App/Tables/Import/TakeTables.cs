using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Takes tables over in two steps: they are checked and shown, then taken without being chosen again.</summary>
public sealed class TakeTables(ImportTables import, KnownHeads heads, ChosenFile files, BodyDirectory bodies, Actor actor)
{
    /// <param name="bodyKey">Whose model it is.</param>
    /// <param name="file">What was chosen now; null: the one kept before.</param>
    /// <param name="earlier">The one kept before.</param>
    /// <param name="said">What somebody says of headings.</param>
    /// <param name="options">How it is taken.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<TakenTables>> Run(string bodyKey, HandedIn? file, Guid? earlier, IReadOnlyList<SaidHead> said, TableImportOptions options, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        var found = await files.Find(file, earlier, options.DryRun ? body.Value.BodyId : null, ct);
        if (found.Refusal is { } refusal) return refusal;
        if (said.Count > 0 && await heads.Remember(bodyKey, said, ct) is { } full) return full;
        var imported = await import.Run(bodyKey, found.Value.File.Bytes, options, ct);
        return imported.Refusal is { } problem ? problem : new TakenTables(imported.Value, imported.Value.Written ? null : found.Value.Kept);
    }
}

/// <summary>What an import did or would do, and the file that was kept for the next step.</summary>
public sealed record TakenTables(TableImport Import, StoredFile? Kept);
