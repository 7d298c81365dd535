namespace ResilienceMonitor.Platform.Files;

/// <summary>Takes what a reader finds in one sheet. Rows and columns as in <see cref="CellAddress"/>.</summary>
internal interface ISheetSink
{
    /// <summary>The cells of a row, as text.</summary>
    void Add(int row, List<string> cells);

    /// <summary>A cell holds a number, not text that looks like one.</summary>
    void Number(int row, int column);

    /// <summary>A cell whose value cannot be trusted: a formula or an error value.</summary>
    void Fault(int row, int column, FileProblem problem);

    /// <summary>Cells that are joined to one.</summary>
    void Merge(CellArea area);

    /// <summary>Columns nobody sees.</summary>
    void Hide(int first, int last);
}

/// <summary>A rectangle of cells.</summary>
internal readonly record struct CellArea(int Column, int Row, int LastColumn, int LastRow)
{
    public override string ToString() => $"{CellAddress.Of(Column, Row)}:{CellAddress.Of(LastColumn, LastRow)}";
}
