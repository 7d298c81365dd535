namespace ResilienceMonitor.Platform.Files;

/// <summary>Makes a table of the rows a reader finds: the first row that holds anything is the header.</summary>
internal sealed class TableBuilder(string? sheet, TableLimits limits) : ISheetSink
{
    private readonly List<TableRow> _rows = [];
    private string[]? _columns;
    private long _characters;
    private int _values;

    public int? HeaderRow { get; private set; }

    public ProblemList Problems { get; } = new();

    public void Add(int number, List<string> cells)
    {
        var width = cells.FindLastIndex(c => !string.IsNullOrWhiteSpace(c)) + 1;
        if (width == 0)
            return;
        Count(cells);
        if (_columns is null)
            TakeHeader(number, cells, width);
        else
            TakeRow(number, cells, width, _columns.Length);
    }

    public void Number(int row, int column)
    {
        // A table holds text alone; whoever reads it knows which columns are numbers.
    }

    public void Fault(int row, int column, FileProblem problem) => Problems.Add(() => problem);

    /// <summary>Of merged cells only the first holds the value; the others would be read as unknown without a word.</summary>
    public void Merge(CellArea area)
    {
        if (area.LastRow >= HeaderRow)
            Problems.Add(() => FileTexts.Problem(FileCode.Merged, area.ToString()) with { Sheet = sheet, Cell = CellAddress.Of(area.Column, area.Row) });
    }

    public void Hide(int first, int last)
    {
        // Lists of bodies come from offices that publish them; all their columns count.
    }

    /// <summary>The table, unless anything was reported or there is no header.</summary>
    public Table Build(IReadOnlyList<FileProblem>? notes = null)
    {
        if (Problems.Total > 0)
            throw new FileRefusedException(Problems.ToList());
        return _columns is not null && HeaderRow is { } headerRow
            ? new Table(sheet, headerRow, _columns, _rows, notes ?? [])
            : throw FileRefusedException.Because(FileCode.Empty);
    }

    private void TakeHeader(int number, List<string> cells, int width)
    {
        HeaderRow = number;
        _columns = [.. cells.Take(width).Select(c => c.Trim())];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < width; column++)
        {
            var name = _columns[column];
            if (name.Length > 0 && !seen.Add(name))
                Report(number, column, FileCode.ColumnTwice, name);
        }
    }

    private void TakeRow(int number, List<string> cells, int width, int columns)
    {
        if (_rows.Count == limits.Rows)
            throw new FileRefusedException(FileTexts.Problem(FileCode.TooManyRows, limits.Rows) with { Row = number, Sheet = sheet });
        if (width > columns)
            Report(number, columns, FileCode.TooManyCells, width, columns);
        for (var column = 0; column < Math.Min(width, columns); column++)
        {
            if (_columns![column].Length == 0 && !string.IsNullOrWhiteSpace(cells[column]))
                Report(number, column, FileCode.ColumnUnnamed, CellAddress.Letters(column));
        }

        var row = new string[columns];
        for (var column = 0; column < columns; column++)
            row[column] = column < cells.Count ? cells[column] : "";
        _rows.Add(new TableRow(number, row));
    }

    private void Count(List<string> cells)
    {
        foreach (var cell in cells)
        {
            _characters += cell.Length;
            _values += cell.Length > 0 ? 1 : 0;
        }

        if (_values > limits.Values)
            throw FileRefusedException.Because(FileCode.TooManyValues, limits.Values);
        if (_characters > limits.TextCharacters)
            throw FileRefusedException.Because(FileCode.TextTooLong, limits.TextCharacters);
    }

    private void Report(int row, int column, string code, params object[] values) => Problems.Add(() => FileTexts.Problem(code, values) with
    {
        Row = row,
        Column = _columns is { } names && column < names.Length && names[column].Length > 0 ? ShownText.Of(names[column]) : null,
        Sheet = sheet,
        Cell = sheet is null ? null : CellAddress.Of(column, row),
    });
}
