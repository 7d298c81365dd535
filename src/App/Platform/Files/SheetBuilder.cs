namespace ResilienceMonitor.Platform.Files;

/// <summary>Keeps a sheet as it is.</summary>
internal sealed class SheetBuilder(string? name, TableLimits limits) : ISheetSink
{
    private readonly List<(int Number, List<string> Cells)> _rows = [];
    private readonly List<CellArea> _merges = [];
    private readonly HashSet<int> _hidden = [];
    private readonly HashSet<(int, int)> _numbers = [];
    private readonly Dictionary<(int, int), FileProblem> _faults = [];
    private readonly HashSet<int> _faultyRows = [];
    private int _width;
    private long _characters;
    private int _values;

    public void Add(int row, List<string> cells)
    {
        if (cells.TrueForAll(string.IsNullOrWhiteSpace) && !_faultyRows.Contains(row)) return;
        if (_rows.Count == limits.Rows) throw new FileRefusedException(FileTexts.Problem(FileCode.TooManyRows, limits.Rows) with { Row = row, Sheet = name });
        _rows.Add((row, cells));
        _width = Math.Max(_width, cells.Count);
        _characters += cells.Sum(c => (long)c.Length);
        _values += cells.Count(c => c.Length > 0);
        if (_values > limits.Values) throw FileRefusedException.Because(FileCode.TooManyValues, limits.Values);
        if (_characters > limits.TextCharacters) throw FileRefusedException.Because(FileCode.TextTooLong, limits.TextCharacters);
    }

    public void Number(int row, int column) => _numbers.Add((row, column));

    public void Fault(int row, int column, FileProblem problem)
    {
        // More faults than can be listed are not read one by one either: the file is of another kind.
        if (_faults.Count == limits.Rows) throw new FileRefusedException(problem);
        _faults[(row, column)] = problem;
        _faultyRows.Add(row);
        _width = Math.Max(_width, column + 1);
    }

    public void Merge(CellArea area) => _merges.Add(area);

    public void Hide(int first, int last)
    {
        for (var column = first; column <= Math.Min(last, limits.Columns - 1); column++) _hidden.Add(column);
    }

    public RawSheet Build(bool hidden = false, bool text = false)
    {
        var rows = _rows.ToDictionary(r => r.Number, r => Widened(r.Cells));
        foreach (var area in _merges) Fill(area, rows);
        return new RawSheet(name, [.. rows.OrderBy(r => r.Key).Select(r => new TableRow(r.Key, r.Value))])
        {
            IsHidden = hidden,
            IsText = text,
            HiddenColumns = _hidden,
            Numbers = _numbers,
            Faults = _faults,
        };
    }

    private string[] Widened(List<string> cells)
    {
        var row = new string[_width];
        for (var column = 0; column < _width; column++) row[column] = column < cells.Count ? cells[column] : "";
        return row;
    }

    // Only rows that are there anyway: an area down to the last row of the sheet fills nothing.
    private void Fill(CellArea area, Dictionary<int, string[]> rows)
    {
        if (!rows.TryGetValue(area.Row, out var first) || area.Column >= _width) return;
        foreach (var (number, row) in rows.Where(r => r.Key >= area.Row && r.Key <= area.LastRow))
        {
            for (var column = area.Column; column <= Math.Min(area.LastColumn, _width - 1); column++)
            {
                row[column] = first[area.Column];
                if (_numbers.Contains((area.Row, area.Column))) _numbers.Add((number, column));
            }
        }
    }
}
