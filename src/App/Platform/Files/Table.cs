namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// What a reader of any spreadsheet format hands over: one header and rows of text. Cells are as in the file, not trimmed;
/// numbers are written out in full with a point, dates as ISO. Every row has as many cells as there are columns.
/// </summary>
/// <param name="Sheet">Name of the sheet; null for CSV.</param>
/// <param name="HeaderRow">Number of the row the header stands in.</param>
/// <param name="Columns">Names of the columns, trimmed; empty where the header has none.</param>
/// <param name="Rows">Rows that hold anything, in the order of the file.</param>
/// <param name="Notes">What a reader should know, for example sheets that were not read.</param>
public sealed record Table(
    string? Sheet,
    int HeaderRow,
    IReadOnlyList<string> Columns,
    IReadOnlyList<TableRow> Rows,
    IReadOnlyList<FileProblem> Notes)
{
    /// <summary>Address of a cell as spreadsheet programs show it; null for CSV, where people count rows and columns.</summary>
    public string? Address(TableRow row, int column) => Sheet is null ? null : CellAddress.Of(column, row.Number);
}

/// <param name="Number">Number of the row as a spreadsheet program counts: the first row of the file is 1, empty rows count.</param>
/// <param name="Cells">One text for each column.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells);
