using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>What the rows of one table have in common while they are read.</summary>
internal sealed class ImportRun(Table table, Origin origin)
{
    public Table Table => table;

    public Origin Origin => origin;

    public ProblemList Errors { get; } = new();

    public ProblemList Warnings { get; } = new();

    public ProviderNames Providers { get; } = new();

    public void HeaderError(string code, string? column, params object[] values) => Errors.Add(() => ImportTexts.Problem(code, values) with
    {
        Row = table.HeaderRow,
        Column = column is null ? null : ShownText.Of(column),
        Sheet = table.Sheet,
    });
}
