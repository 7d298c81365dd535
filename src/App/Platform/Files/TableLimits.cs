namespace ResilienceMonitor.Platform.Files;

/// <summary>How large a table may be. The largest administration list there is has under 12,000 rows and 20 columns.</summary>
public sealed record TableLimits
{
    public static readonly TableLimits Default = new();

    public const int MaxFileBytes = 20 * 1024 * 1024;
    public const int MaxRows = 50_000;
    public const int MaxColumns = 256;

    /// <summary>Spreadsheet programs themselves hold no more in one cell.</summary>
    public const int MaxCellCharacters = 32_767;

    /// <summary>Sum over all cells: one long text that thousands of cells share costs nothing in the file, but in whatever writes it out.</summary>
    public const int MaxTextCharacters = 20_000_000;

    /// <summary>Filled cells in total; 50,000 rows of 40 columns. A value of one character costs thirty times its size in memory.</summary>
    public const int MaxValues = 2_000_000;

    /// <summary>More problems are counted, not listed.</summary>
    public const int MaxProblems = 200;

    public int FileBytes { get; init; } = MaxFileBytes;

    /// <summary>Rows below the header that hold anything.</summary>
    public int Rows { get; init; } = MaxRows;

    public int Columns { get; init; } = MaxColumns;
    public int Values { get; init; } = MaxValues;
    public int CellCharacters { get; init; } = MaxCellCharacters;
    public int TextCharacters { get; init; } = MaxTextCharacters;
}
