using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Model;

/// <summary>A table of a body's model: how its rows follow from the model, and the model from its rows.</summary>
public abstract class ModelTable(string name, IReadOnlyList<TableColumn> columns)
{
    /// <summary>Names it in texts and files, for example <c>services</c>.</summary>
    public string Name => name;

    public IReadOnlyList<TableColumn> Columns => columns;

    public IEnumerable<TableColumn> Ids => columns.Where(c => c.Identifies);

    /// <summary>What stands on its tab and in the name of its file.</summary>
    public string Title(TableLanguage language) => TablesTexts.In(language, $"table.{name}");

    /// <summary>The column of that key.</summary>
    public TableColumn this[string key] => columns.First(c => c.Key == key);

    public abstract IEnumerable<ModelRow> Rows(JsonObject model);

    /// <summary>Puts a row into the model, or reports what is wrong with it.</summary>
    internal abstract void Take(ModelChange change, GivenRow row);

    /// <summary>Takes out what no row names.</summary>
    internal abstract void TakeOut(ModelChange change);
}

/// <summary>A row of a table.</summary>
/// <param name="Ids">Values of the identifying columns in their order; null: empty.</param>
/// <param name="Content">Holds the other values.</param>
public sealed record ModelRow(IReadOnlyList<string?> Ids, JsonObject Content);
