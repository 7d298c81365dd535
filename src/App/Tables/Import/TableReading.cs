using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Takes the rows of sheets into the JSON of a model. Pure: nothing is stored, and the same sheets on the same model give the same.</summary>
internal sealed class TableReading(IReadOnlyList<SheetTable> sheets, IReadOnlySet<string> complete, IReadOnlySet<(string Section, string Key)> stays, ReferenceData reference, ProductNames products)
{
    private static readonly HashSet<string> Examples = ["beispiel", "example"];

    // Rows with which the model could not be simulated, and why.
    private readonly Dictionary<(SheetTable Sheet, int Row), FileProblem> refused = [];
    private readonly List<GivenRow> rows = [];

    /// <summary>What is wrong, in the order of the tables and rows.</summary>
    public ProblemList Errors { get; private set; } = new();

    public ProblemList Notes { get; private set; } = new();

    /// <summary>The model with every row that is right.</summary>
    public JsonObject Read(JsonObject model)
    {
        (Errors, Notes) = (new(), new());
        rows.Clear();
        var after = model.DeepClone().AsObject();
        var change = new ModelChange(after, new ModelNames(reference, after), stays, products);
        foreach (var table in ModelTables.All)
        {
            var before = Errors.Total;
            var mine = sheets.Where(s => s.Table == table).ToList();
            foreach (var sheet in mine)
                foreach (var row in sheet.Rows.Where(r => !IsExample(sheet, r))) Take(change, sheet, new GivenRow(change, sheet, row));
            if (mine.Count == 0 || !complete.Contains(table.Name)) continue;
            if (Errors.Total == before) table.TakeOut(change);
            else Notes.Add(() => TableProblem.Of(TableCode.NothingGone, table.Title(TableLanguage.Current)));
        }

        return after;
    }

    /// <summary>Leaves out the rows that brought these things together. False: no row did.</summary>
    public bool Refuse(IReadOnlyCollection<string> keys, string sentence)
    {
        var concerned = rows.Where(r => r is { Changes: true, Failed: false } && Concerns(r, keys)).ToList();
        // What says that one thing needs another is to blame rather than the things.
        var guilty = concerned.Exists(r => r.Sheet.Table is NeedTable) ? concerned.FindAll(r => r.Sheet.Table is NeedTable) : concerned;
        foreach (var row in guilty)
            refused[(row.Sheet, row.Number)] = row.Placed(row.Sheet.Table.Columns.Last(c => c.Identifies), TableProblem.Of(TableCode.RowInCircle, new OwnWords(sentence)));
        return guilty.Count > 0;
    }

    public IReadOnlyList<FoundTable> Found => [.. sheets.Select(s => new FoundTable(s.Table, s.Sheet.Name, rows.Count(r => r.Sheet == s), rows.Count(r => r.Sheet == s && !r.Failed)))];

    private void Take(ModelChange change, SheetTable sheet, GivenRow row)
    {
        rows.Add(row);
        if (refused.TryGetValue((sheet, row.Number), out var why))
        {
            row.Refused(why);
        }
        else
        {
            sheet.Table.Take(change, row);
            if (row.Failed) row.CheckRest();
        }

        foreach (var problem in row.Problems) Errors.Add(() => problem);
        if (row is { Failed: false, Recognised: { } function }) Notes.Add(() => row.Placed(sheet.Table["name"], TableProblem.Of(TableCode.Product, row.Text(sheet.Table["name"]), reference.Name(function, TableLanguage.Current.Culture) ?? function)));
    }

    // A need concerns them when both its ends are among them, a table of items when its item is.
    private static bool Concerns(GivenRow row, IReadOnlyCollection<string> keys)
    {
        var ends = row.Sheet.Table.Columns.Where(c => c.Identifies && c.Refers is not null).Select(row.KeyAt).OfType<string>().ToList();
        return row.Sheet.Table is NeedTable ? ends.Count > 0 && ends.TrueForAll(keys.Contains) : keys.Contains(row.Text(row.Sheet.Table.Columns[0]));
    }

    private static bool IsExample(SheetTable sheet, TableRow row)
    {
        var first = sheet.Places.Values.Order().Select(p => row.Cells[p].Trim()).FirstOrDefault(c => c.Length > 0);
        return first is null || Examples.Contains(Words.Fold(first));
    }
}
