using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Export;

/// <summary>Writes the rows of tables in one language.</summary>
internal static class TableWriter
{
    public static IReadOnlyList<WrittenTable> Write(JsonObject model, ModelNames names, TableLanguage language) =>
        [.. ModelTables.All.Select(t => new WrittenTable(t, [.. t.Rows(model).Select(r => Write(t, r, names, language))]))];

    /// <summary>What a cell shows of an item.</summary>
    public static Cell CellOf(TableColumn column, JsonObject content, ModelNames names, TableLanguage language)
    {
        if (column.IsName) return Cell.Of(names.Of(content, language));
        return column.Read(content) is { } value ? column.Value.Write(value, language) : default;
    }

    private static WrittenRow Write(ModelTable table, ModelRow row, ModelNames names, TableLanguage language)
    {
        var ids = table.Ids.Zip(row.Ids).ToDictionary(p => p.First, p => p.Second);
        return new WrittenRow(row.Ids, [.. table.Columns.Select(c => c switch
        {
            { Identifies: true } => Cell.Of(ids[c]),
            { NameOf: { } referring } => Cell.Of(NameOf(table[referring])),
            _ => CellOf(c, row.Content, names, language),
        })]);

        string? NameOf(TableColumn column) =>
            (column.Identifies ? ids[column] : column.Read(row.Content)?.GetValue<string>()) is { } key ? names.Of(column.Refers!, key, language) : null;
    }
}

/// <summary>A table as it goes out.</summary>
public sealed record WrittenTable(ModelTable Table, IReadOnlyList<WrittenRow> Rows);

/// <summary>A row with a cell for each column of its table.</summary>
public sealed record WrittenRow(IReadOnlyList<string?> Ids, IReadOnlyList<Cell> Cells);
