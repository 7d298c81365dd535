using System.Text.Json;
using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Model;

/// <summary>A table with a row for each item of a section.</summary>
/// <param name="name">Name of the table and of the section.</param>
/// <param name="columns">The first is the key.</param>
/// <param name="blank">An item of which nothing is said but that it exists.</param>
/// <param name="read">Reads the content, to find out whether it can be read.</param>
public sealed class ItemTable(string name, IReadOnlyList<TableColumn> columns, Func<JsonObject> blank, Func<string, ItemContent> read) : ModelTable(name, columns)
{
    public override IEnumerable<ModelRow> Rows(JsonObject model) => model.ItemsOf(Name).Select(i => new ModelRow([i.Key], i.Value!.AsObject()));

    internal override void Take(ModelChange change, GivenRow row)
    {
        if (change.KeyOf(this, row) is not { } key || !row.IsFirst([key])) return;
        var items = change.Model.ItemsOf(Name);
        var before = items[key]?.AsObject();
        var after = before?.DeepClone().AsObject() ?? blank();
        row.Apply(after, isNew: before is null);
        change.CheckItem(this, row, before, after);
        if (row.Failed) return;
        try
        {
            read(after.ToJsonString(CanonicalJson.Options));
        }
        catch (JsonException)
        {
            row.Wrong(Columns[0], TableCode.RowUnreadable);
            return;
        }

        row.Compare(before, after);
        items[key] = after;
        change.Named(Name, key, after);
    }

    internal override void TakeOut(ModelChange change)
    {
        foreach (var key in change.Model.ItemsOf(Name).Select(i => i.Key).Where(k => !change.IsNamed(this, [k]) && !change.Stays(Name, k)).ToList()) change.Model.ItemsOf(Name).Remove(key);
    }
}
