using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Export;

/// <summary>A sheet as it goes into a file.</summary>
/// <param name="Name">For the tab of a workbook or the name of a file.</param>
/// <param name="Heads">The line of headings.</param>
/// <param name="Rows">A cell for each heading.</param>
public sealed record FileSheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>A kind of file that holds sheets.</summary>
public interface ISheetFile
{
    string MediaType { get; }

    string Ending { get; }

    /// <summary>Equal sheets give equal bytes.</summary>
    byte[] Write(IReadOnlyList<FileSheet> sheets, TableLanguage language);
}
