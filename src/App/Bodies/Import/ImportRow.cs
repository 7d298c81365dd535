using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>One row of the table under the names of its columns.</summary>
internal sealed class ImportRow(ImportRun import, HeaderMatch header, TableRow row)
{
    public ImportRun Import => import;

    public int Number => row.Number;

    /// <summary>The key as it will be stored, even if something else in the row is wrong: others may refer to it.</summary>
    public string? Key { get; set; }

    /// <summary>True once the row has an error.</summary>
    public bool Failed { get; private set; }

    /// <summary>The trimmed cell; empty when the column is not there.</summary>
    public string this[ImportColumn column] => header[column] is { } position ? row.Cells[position].Trim() : "";

    public void Error(ImportColumn column, string code, params object[] values)
    {
        Failed = true;
        import.Errors.Add(() => Problem(column, code, values));
    }

    public void Warn(ImportColumn column, string code, params object[] values) => import.Warnings.Add(() => Problem(column, code, values));

    private FileProblem Problem(ImportColumn column, string code, object[] values)
    {
        var position = header[column];
        return ImportTexts.Problem(code, values) with
        {
            Row = row.Number,
            Column = ShownText.Of(position is { } known ? import.Table.Columns[known] : column.German),
            Sheet = import.Table.Sheet,
            Cell = position is { } at ? import.Table.Address(row, at) : null,
        };
    }
}
