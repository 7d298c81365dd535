using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

public enum RowChange
{
    New,
    Changed,
    Gone,
}

/// <summary>A row of a table that an import adds, changes or takes out.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Name">What people know it by.</param>
/// <param name="Values">The cells that become others; of a row that comes or goes: none.</param>
public sealed record TableDifference(ModelTable Table, RowChange Kind, string Name, IReadOnlyList<ValueChange> Values)
{
    /// <summary>All differences of two states of a model, in the order of the tables; rows as they are written.</summary>
    internal static IReadOnlyList<TableDifference> Between(IReadOnlyList<WrittenTable> before, IReadOnlyList<WrittenTable> after, TableLanguage language) =>
        [.. before.Zip(after).SelectMany(pair => Between(pair.First.Table, Keyed(pair.First), Keyed(pair.Second), language))];

    private static IEnumerable<TableDifference> Between(ModelTable table, Dictionary<string, WrittenRow> before, Dictionary<string, WrittenRow> after, TableLanguage language)
    {
        foreach (var (id, row) in after)
        {
            if (!before.TryGetValue(id, out var old)) yield return new(table, RowChange.New, NameOf(table, row, language), []);
            else if (Changes(table, old, row, language).ToList() is { Count: > 0 } values) yield return new(table, RowChange.Changed, NameOf(table, row, language), values);
        }

        foreach (var (id, row) in before)
            if (!after.ContainsKey(id)) yield return new(table, RowChange.Gone, NameOf(table, row, language), []);
    }

    // Groups of needs are numbered anew when one goes: what stays the same is what needs what.
    private static Dictionary<string, WrittenRow> Keyed(WrittenTable table)
    {
        var keyed = new Dictionary<string, WrittenRow>(StringComparer.Ordinal);
        var ids = table.Table.Ids.Index().Where(c => c.Item.Key != NeedTable.Group).Select(c => c.Index).ToList();
        foreach (var row in table.Rows)
        {
            var id = string.Join('\n', ids.Select(i => row.Ids[i]));
            for (var again = 2; !keyed.TryAdd(id, row); again++) id = $"{string.Join('\n', ids.Select(i => row.Ids[i]))}\n#{again}";
        }

        return keyed;
    }

    private static IEnumerable<ValueChange> Changes(ModelTable table, WrittenRow before, WrittenRow after, TableLanguage language) =>
        from column in table.Columns.Index()
        where column.Item is { Identifies: false, NameOf: null } && before.Cells[column.Index] != after.Cells[column.Index]
        select new ValueChange(column.Item.Head(table.Name, language), before.Cells[column.Index].Shown(language), after.Cells[column.Index].Shown(language));

    private static string NameOf(ModelTable table, WrittenRow row, TableLanguage language)
    {
        var named = table.Columns.Index().Where(c => c.Item.IsName || c.Item.NameOf is not null).Select(c => row.Cells[c.Index].Shown(language)).Where(n => n.Length > 0).ToList();
        return named.Count > 0 ? string.Join(" – ", named.Distinct()) : string.Join(" – ", row.Ids.Where(i => !string.IsNullOrEmpty(i)));
    }
}

/// <summary>A value that becomes another one, as people read it; empty: none.</summary>
public sealed record ValueChange(string Head, string Before, string After);
