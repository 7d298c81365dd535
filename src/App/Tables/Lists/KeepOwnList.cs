using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Keeps a list as it was handed in, row by row. Nothing in the model changes with it. What was said of rows of the list it replaces holds on.</summary>
public sealed class KeepOwnList(AppDb db, BodyDirectory bodies, KnownHeads heads, ReferenceData reference, Actor actor, IClock clock)
{
    private static readonly TableLimits Size = new() { Rows = Limits.ListRows };

    /// <param name="bodyKey">Whose list it is.</param>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind somebody says it is; null: its columns tell.</param>
    /// <param name="replaces">Key of the list it is a newer version of; null: it is another one.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<KeptList>> Run(string bodyKey, HandedIn file, string? kind, string? replaces, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        var kinds = reference.Read<ListKind>(ListKind.Catalogue).Entries;
        if (kind is not null && !kinds.ContainsKey(kind)) return Refusal.Of<TablesTexts>("list.kind-unknown");
        var sheets = TableFile.ReadSheets(file.Bytes, Size);
        if (sheets.Problems.Count > 0) return new KeptList(null, sheets.Problems);
        var recognition = new ListRecognition(kinds, await heads.Of(body.Value.BodyId, ct));
        if (recognition.Find(sheets.Sheets, kind) is not { } found) return Refusal.Of<TablesTexts>(kind is null ? "list.not-recognised" : "list.empty");
        var lists = await db.Set<OwnList>().IgnoreQueryFilters(["removed"]).Where(l => l.BodyId == body.Value.BodyId).OrderBy(l => l.Key).ToListAsync(ct);
        var replaced = replaces is null ? null : lists.Find(l => l.Key == replaces && l.RemovedAt is null);
        if (replaces is not null && replaced is null) return Refusal.Of<TablesTexts>("list.not-found");
        if (replaced is null && lists.Count(l => l.RemovedAt is null) >= Limits.OwnLists) return Refusal.Of<TablesTexts>("list.too-many", Limits.OwnLists);
        var content = Content(found, replaced, file.Name, Today(body.Value));
        if (content.Rows.Count == 0) return Refusal.Of<TablesTexts>("list.empty");
        var list = replaced ?? new OwnList { BodyId = body.Value.BodyId, Key = NewKey(found.Kind, lists), Content = content };
        if (replaced is null) db.Add(list);
        list.Content = content;
        await db.SaveChangesAsync(ct);
        return new KeptList(list, []);
    }

    private static OwnListContent Content(FoundList found, OwnList? replaced, string file, LocalDate today) => new()
    {
        Kind = found.Kind,
        Name = Short(Path.GetFileNameWithoutExtension(file)),
        Origin = new Origin(OriginKind.Import, today, Short(file)),
        Heads = [.. found.Heads.Select(Short)],
        Columns = new SortedDictionary<string, int>(found.Columns.ToDictionary(), StringComparer.Ordinal),
        Rows = [.. found.Rows.Where(r => r.Cells.Any(c => c.Trim().Length > 0)).Select(r => Row(r, found, replaced?.Content))],
    };

    private static OwnListRow Row(TableRow row, FoundList found, OwnListContent? before)
    {
        var cells = row.Cells.Select(c => Short(found.Sheet.IsText ? SpreadsheetText.Restore(c) : c)).ToList();
        var said = before is not null && before.Kind == found.Kind ? before.Rows.FirstOrDefault(r => (r.Ignored || r.Means is not null) && Identity(r.Cells, before.Columns, found.Kind) == Identity(cells, found.Columns, found.Kind)) : null;
        return new OwnListRow(row.Number, cells) { Means = said?.Means, Ignored = said?.Ignored ?? false };
    }

    // A row is the same as before when what it is about is written alike.
    private static string Identity(IReadOnlyList<string> cells, IReadOnlyDictionary<string, int> columns, string kind) =>
        columns.TryGetValue(ListReading.SubjectOf(kind), out var place) && place < cells.Count ? Words.Fold(cells[place]) : string.Join('\n', cells);

    private static string Short(string text) => ShownText.Of(text.Trim()) is var shown && shown.Length > Limits.ListCell ? shown[..Limits.ListCell] : shown;

    private static string NewKey(string kind, IReadOnlyList<OwnList> lists) =>
        Enumerable.Range(1, Limits.ItemsPerKind).Select(n => n == 1 ? kind : $"{kind}-{n}").First(k => lists.All(l => l.Key != k));

    private LocalDate Today(Body body) => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[body.Content.Zone]).Date;
}

/// <summary>A list that was kept, or why the file cannot be read.</summary>
public sealed record KeptList(OwnList? List, IReadOnlyList<FileProblem> Problems);
