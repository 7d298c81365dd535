using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>
/// Finds out which table a sheet holds and where its headings are: below titles, in one line or in two. What nobody can see in the spreadsheet is not
/// read, and said.
/// </summary>
internal static class SheetRecognition
{
    private const int MostTitleRows = 30;
    private const int LeastColumns = 2;

    /// <summary>Name of the sheet that explains the others.</summary>
    public const string Explanations = "explanations";

    public static SheetTable? Recognise(RawSheet sheet, ProblemList notes)
    {
        if (IsExplanation(sheet)) return null;
        if (sheet.IsHidden)
        {
            notes.Add(() => TableProblem.Of(TableCode.SheetHidden, sheet.Name ?? "") with { Sheet = sheet.Name });
            return null;
        }

        var named = ModelTables.All.Where(t => TableLanguage.All.Any(l => Words.Fold(t.Title(l)) == Words.Fold(sheet.Name ?? "") || t.Name == sheet.Name)).ToList();
        var found = Best(sheet, named, 1) ?? Best(sheet, ModelTables.All, LeastColumns);
        if (found is null && sheet.Rows.Count > 0) notes.Add(() => TableProblem.Of(TableCode.SheetUnknown, sheet.Name ?? "") with { Sheet = sheet.Name });
        if (found is not null) Report(found, notes);
        return found;
    }

    private static bool IsExplanation(RawSheet sheet) =>
        sheet.Name is { } name && (name == Explanations || TableLanguage.All.Any(l => TablesTexts.In(l, $"table.{Explanations}") == name));

    private static SheetTable? Best(RawSheet sheet, IReadOnlyList<ModelTable> tables, int least) =>
        (from table in tables
         from language in TableLanguage.All
         from at in Enumerable.Range(0, Math.Min(sheet.Rows.Count, MostTitleRows))
         from lines in new[] { 1, 2 }
         where at + lines <= sheet.Rows.Count
         let match = Match(sheet, table, language, at, lines)
         where match.Places.Count >= least
         orderby match.Places.Count descending, lines, at
         select match).FirstOrDefault();

    private static SheetTable Match(RawSheet sheet, ModelTable table, TableLanguage language, int at, int lines)
    {
        var (upper, lower) = (sheet.Rows[at].Cells, sheet.Rows[at + lines - 1].Cells);
        var heads = new string[lower.Count];
        var places = new Dictionary<TableColumn, int>();
        for (var place = 0; place < lower.Count; place++)
        {
            heads[place] = lower[place].Trim() is { Length: > 0 } said ? said : upper[place].Trim();
            if (sheet.HiddenColumns.Contains(place)) continue;
            var column = HeadLexicon.Find(table, language, heads[place]) ?? (lines == 1 ? null : HeadLexicon.Find(table, language, $"{upper[place]} {lower[place]}"));
            if (column is not null) places.TryAdd(column, place);
        }

        return new SheetTable(sheet, table, language, sheet.Rows[at + lines - 1].Number, heads, places);
    }

    private static void Report(SheetTable found, ProblemList notes)
    {
        foreach (var (place, head) in found.Heads.Index())
        {
            if (head.Length == 0 || found.Places.Values.Contains(place)) continue;
            var code = found.Sheet.HiddenColumns.Contains(place) ? TableCode.ColumnHidden
                : HeadLexicon.Find(found.Table, found.Language, head) is not null ? TableCode.ColumnTwice : TableCode.ColumnUnknown;
            notes.Add(() => TableProblem.Of(code, head) with { Sheet = found.Sheet.Name, Row = found.LastHeadRow, Column = found.HeadAt(place), Cell = found.Sheet.Address(found.LastHeadRow, place) });
        }
    }
}
