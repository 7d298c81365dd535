using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>A sheet as one of our tables: where which column stands, and in which language it is written.</summary>
/// <param name="Sheet">The sheet as it is.</param>
/// <param name="Table">What it holds.</param>
/// <param name="Language">Language of its headings.</param>
/// <param name="LastHeadRow">Number of the last row of headings; data begin below.</param>
/// <param name="Heads">Text of the heading of each column.</param>
/// <param name="Places">Where the columns of the table stand.</param>
public sealed record SheetTable(RawSheet Sheet, ModelTable Table, TableLanguage Language, int LastHeadRow, IReadOnlyList<string> Heads, IReadOnlyDictionary<TableColumn, int> Places)
{
    public IEnumerable<TableRow> Rows => Sheet.Rows.Where(r => r.Number > LastHeadRow);

    internal string HeadAt(int place) => ShownText.Of(Heads[place].ReplaceLineEndings(" "));
}
