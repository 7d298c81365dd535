using System.Globalization;
using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Model;

/// <summary>A table with a row for each part of an item, for example each substitute of a service.</summary>
/// <param name="name">Name of the table.</param>
/// <param name="owner">Section of the owner. Without a column that refers to it, it is the only one of its section.</param>
/// <param name="property">The list of parts in its JSON.</param>
/// <param name="columns">The last that identifies is the part's own key, or its place.</param>
/// <param name="blank">A part of which nothing is said.</param>
public sealed class PartTable(string name, string owner, string property, IReadOnlyList<TableColumn> columns, Func<JsonObject> blank) : ModelTable(name, columns)
{
    private const string Key = "key";

    private readonly TableColumn? ownerColumn = columns.FirstOrDefault(c => c.Identifies && c.Refers == owner);
    private readonly TableColumn own = columns.Last(c => c.Identifies);

    // Parts without a key go by their place, counted from one.
    private bool HasKey => own.Key == Key;

    public override IEnumerable<ModelRow> Rows(JsonObject model) => model.ItemsOf(owner).SelectMany(item => PartsOf(item.Value)
        .Select((part, place) => new ModelRow([.. ownerColumn is null ? Array.Empty<string>() : [item.Key], IdOf(part, place)], part)));

    internal override void Take(ModelChange change, GivenRow row)
    {
        if ((ownerColumn is null ? owner : change.OwnerOf(row, ownerColumn)) is not { } ownerKey) return;
        var item = change.Model.ItemsOf(owner)[ownerKey]!.AsObject();
        var parts = PartsOf(item).ToList();
        if (PlaceOf(change, row, parts) is not { } id || !row.IsFirst([ownerKey, id])) return;
        var at = HasKey ? parts.FindIndex(p => p[Key]!.GetValue<string>() == id) : int.Parse(id, CultureInfo.InvariantCulture) - 1;
        var before = at >= 0 && at < parts.Count ? parts[at] : null;
        var after = before?.DeepClone().AsObject() ?? blank();
        if (HasKey) after[Key] = id;
        row.Apply(after, isNew: before is null);
        change.CheckPart(this, row, before, after);
        if (row.Failed) return;
        row.Compare(before, after);
        var list = item[property] as JsonArray ?? [];
        if (before is not null) list[at] = after;
        else list.Add((JsonNode)after);
        item[property] ??= list;
    }

    internal override void TakeOut(ModelChange change)
    {
        foreach (var (key, item) in change.Model.ItemsOf(owner))
        {
            var kept = PartsOf(item).Where((part, place) => change.IsNamed(this, [key, IdOf(part, place)])).Select(p => p.DeepClone()).ToArray();
            if (item![property] is JsonArray list && list.Count != kept.Length) item[property] = new JsonArray(kept);
        }
    }

    private static string? Number(GivenRow row, TableColumn column, int parts)
    {
        if (row.Text(column) is not { Length: > 0 } said) return (parts + 1).ToString(CultureInfo.InvariantCulture);
        if (int.TryParse(said, out var place) && place >= 1 && place <= parts + 1) return place.ToString(CultureInfo.InvariantCulture);
        row.Wrong(column, TableCode.Place, said, parts + 1);
        return null;
    }

    private IEnumerable<JsonObject> PartsOf(JsonNode? item) => (item?[property] as JsonArray)?.Select(p => p!.AsObject()) ?? [];

    private string? PlaceOf(ModelChange change, GivenRow row, List<JsonObject> parts) => HasKey
        ? change.KeyOfPart(this, row, parts)
        : Number(row, own, parts.Count);

    private string IdOf(JsonObject part, int place) => HasKey ? part[Key]!.GetValue<string>() : (place + 1).ToString(CultureInfo.InvariantCulture);
}
