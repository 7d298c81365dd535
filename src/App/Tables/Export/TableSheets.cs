using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Export;

/// <summary>Sheets of a file: the tables, and what explains them.</summary>
internal static class TableSheets
{
    public static FileSheet Of(ModelTable table, IEnumerable<IReadOnlyList<Cell>> rows, TableLanguage language) =>
        new(table.Title(language), [.. table.Columns.Select(c => c.Head(table.Name, language))], [.. rows]);

    /// <summary>A row that says by its first cell that it is an example; reading skips it.</summary>
    public static IReadOnlyList<Cell> Example(ModelTable table, TableLanguage language) =>
        [Cell.Of(TablesTexts.In(language, "example")), .. table.Columns.Skip(1).Select(c => ExampleOf(table, c, language))];

    /// <summary>What every column means and what may stand in it.</summary>
    public static FileSheet Explanations(TableLanguage language) => new(
        TablesTexts.In(language, $"table.{SheetRecognition.Explanations}"),
        [.. new[] { "table", "column", "meaning", "values", "needed" }.Select(h => TablesTexts.In(language, $"explanations.{h}"))],
        [.. ModelTables.All.SelectMany(t => t.Columns.Select(c => (IReadOnlyList<Cell>)
        [
            Cell.Of(t.Title(language)), Cell.Of(c.Head(t.Name, language)), Cell.Of(c.About(t.Name, language)),
            Cell.Of(c.NameOf is not null ? TablesTexts.In(language, "explain.name") : c.Value.Explain(language)),
            Cell.Of(TablesTexts.In(language, c.Required ? "explanations.new-rows" : "no")),
        ]))]);

    private static Cell ExampleOf(ModelTable table, TableColumn column, TableLanguage language)
    {
        var said = TablesTexts.Find(language, $"example.{table.Name}.{column.Key}") ?? TablesTexts.Find(language, $"example.{column.Key}");
        if (said is null) return default;
        return column.Value is NumberValue && language.ReadNumber(said) is { } number ? Cell.Of(number) : Cell.Of(said);
    }
}
