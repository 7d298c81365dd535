using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>A row that somebody handed in, with what is wrong with it.</summary>
internal sealed class GivenRow(ModelChange change, SheetTable sheet, TableRow row)
{
    private readonly List<FileProblem> problems = [];
    private bool applied;

    public IReadOnlyList<FileProblem> Problems => problems;

    public bool Failed => problems.Count > 0;

    /// <summary>The row says something that was not so before.</summary>
    public bool Changes { get; private set; }

    public int Number => row.Number;

    public SheetTable Sheet => sheet;

    /// <summary>The trimmed cell; empty when the column is not there.</summary>
    public string Text(TableColumn column) => Cell(column)?.Text ?? "";

    /// <summary>Null: the column is not there.</summary>
    public GivenCell? Cell(TableColumn column) => sheet.Places.TryGetValue(column, out var place)
        ? new GivenCell((sheet.Sheet.IsText ? SpreadsheetText.Restore(row.Cells[place]) : row.Cells[place]).ReplaceLineEndings("\n").Trim(), sheet.Sheet.Numbers.Contains((row.Number, place)), sheet.Language)
        : null;

    public void Wrong(TableColumn column, string code, params object[] arguments) => problems.Add(Placed(column, TableProblem.Of(code, arguments)));

    /// <summary>The row cannot be taken for a reason outside of it.</summary>
    public void Refused(FileProblem why) => problems.Add(why);

    /// <summary>Key of what the cell of a referring column names; null: it is empty.</summary>
    public string? KeyAt(TableColumn column) => Text(column) is { Length: > 0 } said ? change.Find(column.Refers!, said) ?? said[(said.LastIndexOf('/') + 1)..] : null;

    /// <summary>False, and reported, when an earlier row has said the same thing already.</summary>
    public bool IsFirst(IReadOnlyList<string?> ids)
    {
        if (change.Earlier(sheet.Table, ids, row.Number) is not { } earlier) return true;
        Wrong(sheet.Table.Columns[0], TableCode.Twice, earlier);
        return false;
    }

    /// <summary>Puts the values of the row into the JSON of its item. What is wrong is reported; then the JSON means nothing.</summary>
    public void Apply(JsonObject content, bool isNew)
    {
        applied = true;
        // The name last: whether it is an own one depends on the entry of the catalogue.
        foreach (var column in sheet.Table.Columns.Where(c => !c.Identifies && c.NameOf is null).OrderBy(c => c.IsName)) Apply(column, content, isNew);
    }

    /// <summary>Catalogue key of the function by which the product in the name was recognised; the name of the function stays.</summary>
    public string? Recognised { get; set; }

    /// <summary>Notes whether taking the row made a difference.</summary>
    public void Compare(JsonObject? before, JsonObject after) => Changes |= !JsonNode.DeepEquals(before, after);

    /// <summary>Reports what else is wrong with a row that cannot be taken anyway.</summary>
    public void CheckRest()
    {
        if (!applied) Apply([], isNew: false);
    }

    private void Apply(TableColumn column, JsonObject content, bool isNew)
    {
        if (Fault(column) is { } fault)
        {
            problems.Add(Placed(column, fault));
            return;
        }

        if (Recognised is { } function && column.IsName)
        {
            content["catalogueKey"] ??= function;
            return;
        }

        var cell = Cell(column);
        var named = column.Refers is not null && cell is null or { Text: "" } && NameOf(column).Length > 0;
        if (cell is null && !named)
        {
            if (isNew && column.Required) Wrong(column, TableCode.Missing, column.Head(sheet.Table.Name, sheet.Language));
        }
        else if (named) column.Put(content, Read(column, default));
        else if (IsUnchanged(column, cell!.Value, content)) return;
        else if (cell.Value.Text.Length == 0) Empty(column, content, isNew);
        else column.Put(content, column.IsName && change.IsCatalogueName(content, cell.Value.Text) ? null : Read(column, cell.Value));
    }

    // What a table shows of a value is not always all of it; a cell that still shows it changes nothing.
    private bool IsUnchanged(TableColumn column, GivenCell cell, JsonObject content)
    {
        foreach (var language in TableLanguage.All)
        {
            var shown = change.Show(column, content, language);
            if (shown.Shown(language).ReplaceLineEndings("\n").Trim() == cell.Text) return true;
            if (shown.Number is { } number && cell.IsNumber && cell.Number is { } given && (decimal)Math.Clamp(number, -1e20, 1e20) == (decimal)Math.Clamp(given, -1e20, 1e20)) return true;
        }

        return false;
    }

    private void Empty(TableColumn column, JsonObject content, bool isNew)
    {
        if (column.Optional) column.Put(content, null);
        else if (!isNew && column.Read(content) is not null || column.Required) Wrong(column, TableCode.Missing, column.Head(sheet.Table.Name, sheet.Language));
    }

    private JsonNode? Read(TableColumn column, GivenCell cell)
    {
        if (column.Refers is { } section) return change.Resolve(this, column, section) is { } key ? JsonValue.Create(key) : null;
        var read = column.Value.Read(cell);
        if (read.Fault is { } code) Wrong(column, code, read.Arguments!);
        return read.Value;
    }

    private string NameOf(TableColumn column) => sheet.Table.Columns.FirstOrDefault(c => c.NameOf == column.Key) is { } named ? Text(named) : "";

    private FileProblem? Fault(TableColumn column) =>
        sheet.Places.TryGetValue(column, out var place) && sheet.Sheet.Faults.TryGetValue((row.Number, place), out var fault) ? fault : null;

    public FileProblem Placed(TableColumn column, FileProblem problem)
    {
        int? place = sheet.Places.TryGetValue(column, out var found) ? found : null;
        return problem with
        {
            Sheet = sheet.Sheet.Name,
            Row = row.Number,
            Column = place is { } at ? sheet.HeadAt(at) : column.Head(sheet.Table.Name, sheet.Language),
            Cell = place is { } known ? sheet.Sheet.Address(row.Number, known) : null,
        };
    }
}
