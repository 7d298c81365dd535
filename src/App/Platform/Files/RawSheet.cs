namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// A sheet as people made it: titles above, two lines of headings, joined cells, whatever. What is wrong with a cell does not spoil the others.
/// Joined cells all hold the value of their first one.
/// </summary>
/// <param name="Name">Name on the tab, or of the file in an archive of CSV files; null: a single CSV file.</param>
/// <param name="Rows">Rows that hold anything, in the order of the file.</param>
public sealed record RawSheet(string? Name, IReadOnlyList<TableRow> Rows)
{
    public bool IsHidden { get; init; }

    /// <summary>True for text files: their cells have no addresses, and every number in them is text.</summary>
    public bool IsText { get; init; }

    /// <summary>Columns nobody sees, counted from zero.</summary>
    internal IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>Cells that hold a number.</summary>
    internal IReadOnlySet<(int Row, int Column)> Numbers { get; init; } = new HashSet<(int, int)>();

    /// <summary>Cells whose value cannot be trusted.</summary>
    internal IReadOnlyDictionary<(int Row, int Column), FileProblem> Faults { get; init; } = new Dictionary<(int, int), FileProblem>();

    /// <summary>Address of a cell as spreadsheet programs show it; null for text files, where people count rows and columns.</summary>
    public string? Address(int row, int column) => IsText ? null : CellAddress.Of(column, row);
}

/// <summary>The sheets of a file, or the reasons why it cannot be read.</summary>
/// <param name="Sheets">Empty when there are problems.</param>
/// <param name="Problems">What is wrong with the whole file.</param>
public sealed record SheetsReadResult(IReadOnlyList<RawSheet> Sheets, IReadOnlyList<FileProblem> Problems);
