using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Finds out which kind of list a sheet holds and where its headings are, below titles, in one line or in two.</summary>
/// <param name="kinds">The kinds there are.</param>
/// <param name="known">What the body has said of headings.</param>
internal sealed class ListRecognition(IReadOnlyDictionary<string, ListKind> kinds, IReadOnlyDictionary<(string Table, string Head), string> known)
{
    private const int MostTitleRows = 30;
    private const int LeastColumns = 2;

    /// <summary>The sheet that looks most like a list; null: none does.</summary>
    /// <param name="sheets">Sheets of the file.</param>
    /// <param name="told">The kind somebody says it is; null: nobody does.</param>
    public FoundList? Find(IReadOnlyList<RawSheet> sheets, string? told)
    {
        var visible = sheets.Where(s => s is { IsHidden: false, Rows.Count: > 1 }).ToList();
        return told is null ? visible.Select(s => Best(s, kinds.Keys, LeastColumns)).OfType<FoundList>().MaxBy(f => f.Columns.Count)
            : visible.Select(s => Best(s, [told], 1)).OfType<FoundList>().MaxBy(f => f.Columns.Count) ?? visible.Select(s => Plain(s, told)).FirstOrDefault();
    }

    /// <summary>What the remembered and the usual headings say of a list.</summary>
    public Dictionary<string, int> ColumnsOf(string kind, IReadOnlyList<string> heads)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, head) in heads.Index())
            if (head.Length > 0 && ColumnOf(kind, head) is { } column) columns.TryAdd(column, place);
        return columns;
    }

    private FoundList? Best(RawSheet sheet, IEnumerable<string> wanted, int least) =>
        (from kind in wanted
         from at in Enumerable.Range(0, Math.Min(sheet.Rows.Count, MostTitleRows))
         from lines in new[] { 1, 2 }
         where at + lines < sheet.Rows.Count
         let heads = Heads(sheet, at, lines)
         let columns = ColumnsOf(kind, heads)
         where columns.Count >= least && kinds[kind].Required.All(columns.ContainsKey)
         orderby columns.Count descending, lines, at
         select new FoundList(kind, sheet, heads, columns, sheet.Rows[at + lines - 1].Number)).FirstOrDefault();

    // Without a known heading the line with most cells is taken for the headings, the first of equals.
    private FoundList Plain(RawSheet sheet, string kind)
    {
        var at = sheet.Rows.Take(MostTitleRows).Index().MaxBy(r => r.Item.Cells.Where(c => c.Trim().Length > 0).Distinct().Count()).Index;
        var heads = Heads(sheet, at, 1);
        return new FoundList(kind, sheet, heads, ColumnsOf(kind, heads), sheet.Rows[at].Number);
    }

    private static List<string> Heads(RawSheet sheet, int at, int lines)
    {
        var (upper, lower) = (sheet.Rows[at].Cells, sheet.Rows[at + lines - 1].Cells);
        return [.. lower.Select((cell, place) => sheet.HiddenColumns.Contains(place) ? "" : cell.Trim() is { Length: > 0 } said ? said : upper[place].Trim()).Select(h => ShownText.Of(h.ReplaceLineEndings(" ")))];
    }

    // What the body has said counts more than what the heading says by itself.
    private string? ColumnOf(string kind, string head)
    {
        var folded = FoldedHead.Of(head);
        if (known.TryGetValue((TableOf(kind), KnownHeads.Short(folded.Whole)), out var said)) return said.Length == 0 ? null : said;
        return kinds[kind].Columns.Where(c => c.Value.WrittenAs.Any(w => Words.Fold(w) is var usual && (usual == folded.Whole || usual == folded.Bare))).Select(c => c.Key).FirstOrDefault();
    }

    /// <summary>Under this name headings of a kind of list are remembered.</summary>
    public static string TableOf(string kind) => $"list:{kind}";
}

/// <summary>A list in a sheet.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Heads">Headings in the order of the columns.</param>
/// <param name="Columns">By column of the kind its place.</param>
/// <param name="LastHeadRow">Number of the last row of headings.</param>
internal sealed record FoundList(string Kind, RawSheet Sheet, IReadOnlyList<string> Heads, IReadOnlyDictionary<string, int> Columns, int LastHeadRow)
{
    public IEnumerable<TableRow> Rows => Sheet.Rows.Where(r => r.Number > LastHeadRow);
}
