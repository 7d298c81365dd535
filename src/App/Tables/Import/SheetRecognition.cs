using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>
/// Finds out which table a sheet holds and where its headings are: below titles, in one line or in two. What nobody can see in the spreadsheet is not
/// read, and said.
/// </summary>
/// <param name="known">What the body has said of headings.</param>
internal sealed class SheetRecognition(IReadOnlyDictionary<(string Table, string Head), string> known)
{
    /// <summary>Name of the sheet that explains the others.</summary>
    public const string Explanations = "explanations";

    private const int MostTitleRows = 30;
    private const int LeastColumns = 2;

    // The same cells are looked at for every table in every language.
    private readonly Dictionary<string, FoldedHead> folded = new(StringComparer.Ordinal);

    /// <param name="sheet">The sheet.</param>
    /// <param name="told">What somebody says it holds; null: nobody does.</param>
    /// <param name="notes">Takes what is not read.</param>
    public SheetTable? Recognise(RawSheet sheet, ModelTable? told, ProblemList notes)
    {
        if (IsExplanation(sheet)) return null;
        if (sheet.IsHidden)
        {
            notes.Add(() => TableProblem.Of(TableCode.SheetHidden, sheet.Name ?? "") with { Sheet = sheet.Name });
            return null;
        }

        var named = ModelTables.All.Where(t => TableLanguage.All.Any(l => Words.Fold(t.Title(l)) == Words.Fold(sheet.Name ?? "") || t.Name == sheet.Name)).ToList();
        var found = told is not null ? Best(sheet, [told], 1) ?? Plain(sheet, told) : Best(sheet, named, 1) ?? Best(sheet, ModelTables.All, LeastColumns);
        if (found is null && sheet.Rows.Count > 0) notes.Add(() => TableProblem.Of(TableCode.SheetUnknown, sheet.Name ?? "") with { Sheet = sheet.Name });
        if (found is not null) Report(found, notes);
        return found;
    }

    public static bool IsExplanation(RawSheet sheet) =>
        sheet.Name is { } name && (name == Explanations || TableLanguage.All.Any(l => TablesTexts.In(l, $"table.{Explanations}") == name));

    private SheetTable? Best(RawSheet sheet, IReadOnlyList<ModelTable> tables, int least) =>
        (from table in tables
         from language in TableLanguage.All
         from at in Enumerable.Range(0, Math.Min(sheet.Rows.Count, MostTitleRows))
         from lines in new[] { 1, 2 }
         where at + lines <= sheet.Rows.Count
         let match = Match(sheet, table, language, at, lines)
         where match.Places.Count >= least
         orderby match.Places.Count descending, lines, at
         select match).FirstOrDefault();

    // Without a known heading the line with most cells is taken for the headings, the first of equals.
    private SheetTable? Plain(RawSheet sheet, ModelTable table) => sheet.Rows.Count == 0 ? null
        : Match(sheet, table, TableLanguage.Current, sheet.Rows.Take(MostTitleRows).Index().MaxBy(r => r.Item.Cells.Where(c => c.Trim().Length > 0).Distinct().Count()).Index, 1);

    private SheetTable Match(RawSheet sheet, ModelTable table, TableLanguage language, int at, int lines)
    {
        var (upper, lower) = (sheet.Rows[at].Cells, sheet.Rows[at + lines - 1].Cells);
        var heads = new string[lower.Count];
        var places = new Dictionary<TableColumn, int>();
        for (var place = 0; place < lower.Count; place++)
        {
            heads[place] = lower[place].Trim() is { Length: > 0 } said ? said : upper[place].Trim();
            if (heads[place].Length == 0 || sheet.HiddenColumns.Contains(place)) continue;
            var column = Column(table, language, heads[place]) ?? (lines == 1 ? null : Column(table, language, $"{upper[place]} {lower[place]}"));
            if (column is not null) places.TryAdd(column, place);
        }

        return new SheetTable(sheet, table, language, sheet.Rows[at + lines - 1].Number, heads, places);
    }

    // What the body has said counts more than what the heading says by itself.
    private TableColumn? Column(ModelTable table, TableLanguage language, string head)
    {
        if (!folded.TryGetValue(head, out var compared)) folded[head] = compared = FoldedHead.Of(head);
        return known.TryGetValue((table.Name, KnownHeads.Short(compared.Whole)), out var said) ? table.Columns.FirstOrDefault(c => c.Key == said) : HeadLexicon.Find(table, language, compared);
    }

    private void Report(SheetTable found, ProblemList notes)
    {
        foreach (var (place, head) in found.Heads.Index())
        {
            if (head.Length == 0 || found.Places.Values.Contains(place)) continue;
            var code = found.Sheet.HiddenColumns.Contains(place) ? TableCode.ColumnHidden : Column(found.Table, found.Language, head) is not null ? TableCode.ColumnTwice : TableCode.ColumnUnknown;
            notes.Add(() => TableProblem.Of(code, head) with { Sheet = found.Sheet.Name, Row = found.LastHeadRow, Column = found.HeadAt(place), Cell = found.Sheet.Address(found.LastHeadRow, place) });
        }
    }
}
