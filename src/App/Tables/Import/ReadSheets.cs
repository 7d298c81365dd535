using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Model;

namespace ResilienceMonitor.Tables.Import;

/// <summary>The sheets of a file as tables, and what has to be asked about them.</summary>
/// <param name="Tables">Sheets that are one of our tables.</param>
/// <param name="Questions">Sheets and columns nobody knows.</param>
/// <param name="Notes">What was not read, and why.</param>
internal sealed record ReadSheets(IReadOnlyList<SheetTable> Tables, IReadOnlyList<SheetQuestion> Questions, ProblemList Notes)
{
    private const int MostExamples = 3;

    /// <param name="sheets">The sheets as they are.</param>
    /// <param name="known">What the body has said of headings.</param>
    /// <param name="said">By the place of a sheet, counted from zero: the table a person says it is.</param>
    public static ReadSheets Of(IReadOnlyList<RawSheet> sheets, IReadOnlyDictionary<(string Table, string Head), string> known, IReadOnlyDictionary<int, string> said)
    {
        var (tables, questions, notes) = (new List<SheetTable>(), new List<SheetQuestion>(), new ProblemList());
        foreach (var (place, sheet) in sheets.Index())
        {
            var told = said.TryGetValue(place, out var name) ? ModelTables.All.FirstOrDefault(t => t.Name == name) : null;
            if (new SheetRecognition(known).Recognise(sheet, told, notes) is { } found)
            {
                tables.Add(found);
                var unknown = Unknown(found, known).ToList();
                if (unknown.Count > 0) questions.Add(new SheetQuestion(place, sheet.Name, found.Table, unknown));
            }
            else if (sheet is { IsHidden: false, Rows.Count: > 1 } && !SheetRecognition.IsExplanation(sheet))
            {
                questions.Add(new SheetQuestion(place, sheet.Name, null, []));
            }
        }

        return new ReadSheets(tables, questions, notes);
    }

    private static IEnumerable<AskedColumn> Unknown(SheetTable found, IReadOnlyDictionary<(string Table, string Head), string> known) =>
        from head in found.Heads.Index()
        where head.Item.Length > 0 && !found.Places.Values.Contains(head.Index) && !found.Sheet.HiddenColumns.Contains(head.Index)
            && !known.ContainsKey((found.Table.Name, KnownHeads.Fold(head.Item))) && HeadLexicon.Find(found.Table, found.Language, head.Item) is null
        select new AskedColumn(found.HeadAt(head.Index), [.. found.Rows.Select(r => ShownText.Of(r.Cells[head.Index].Trim())).Where(c => c.Length > 0).Distinct().Take(MostExamples)]);
}

/// <summary>A sheet of which something is not known.</summary>
/// <param name="Place">Counted from zero.</param>
/// <param name="Name">On its tab.</param>
/// <param name="Table">What it holds; null: that is the question.</param>
/// <param name="Columns">Columns nobody knows.</param>
public sealed record SheetQuestion(int Place, string? Name, ModelTable? Table, IReadOnlyList<AskedColumn> Columns);

/// <param name="Head">The heading.</param>
/// <param name="Examples">What stands below it.</param>
public sealed record AskedColumn(string Head, IReadOnlyList<string> Examples);
