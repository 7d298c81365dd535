using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>A model while tables change it: which rows were there, and what they refer to.</summary>
/// <param name="model">Is changed.</param>
/// <param name="names">Its names.</param>
/// <param name="stays">Items that cannot be taken out: section and key.</param>
/// <param name="products">Recognises functions by names of products.</param>
internal sealed class ModelChange(JsonObject model, ModelNames names, IReadOnlySet<(string Section, string Key)> stays, ProductNames products)
{
    private const string Beyond = "/";
    private readonly Dictionary<(string Table, string Ids), int> rows = [];

    public JsonObject Model => model;

    public NeedGroups Groups { get; } = new();

    /// <summary>Number of the row that said it before; null: none has.</summary>
    public int? Earlier(ModelTable table, IReadOnlyList<string?> ids, int row) =>
        rows.TryAdd((table.Name, Joined(ids)), row) ? null : rows[(table.Name, Joined(ids))];

    public bool IsNamed(ModelTable table, IReadOnlyList<string?> ids) => rows.ContainsKey((table.Name, Joined(ids)));

    public bool Stays(string section, string key) => stays.Contains((section, key));

    public Cell Show(TableColumn column, JsonObject content, TableLanguage language) => TableWriter.CellOf(column, content, names, language);

    public bool IsCatalogueName(JsonObject content, string text) =>
        content["catalogueKey"]?.DeepClone() is { } key && TableLanguage.All.Any(l => names.Of(new JsonObject { ["catalogueKey"] = key.DeepClone() }, l) == text);

    /// <summary>Key of the item a row is about: the one it names, or the one with its name, or a new one made of the name. Null: reported.</summary>
    public string? KeyOf(ItemTable table, GivenRow row)
    {
        var (column, name) = (table.Columns[0], row.Text(table["name"]));
        if (row.Text(column) is { Length: > 0 } said) return KeyGiven(row, column, said);
        if (name.Length == 0)
        {
            row.Wrong(column, TableCode.NameMissing);
            return null;
        }

        var known = names.Find(table.Name, name);
        if (known.Count > 1) row.Wrong(table["name"], TableCode.Ambiguous, name, string.Join(", ", known));
        return known.Count > 1 ? null : known.FirstOrDefault() ?? KeyByProduct(table, row, name) ?? NewKey(name, k => model.ItemsOf(table.Name)[k] is not null);
    }

    /// <summary>The same for a part of an item.</summary>
    public string? KeyOfPart(PartTable table, GivenRow row, IReadOnlyList<JsonObject> parts)
    {
        var (column, name) = (table["key"], row.Text(table["name"]));
        if (row.Text(column) is { Length: > 0 } said) return KeyGiven(row, column, said);
        if (name.Length == 0)
        {
            row.Wrong(column, TableCode.NameMissing);
            return null;
        }

        return KeyByName(parts, name) ?? NewKey(name, k => parts.Any(p => p["key"]!.GetValue<string>() == k));
    }

    /// <summary>Key of the item that something belongs to. Null: reported.</summary>
    public string? OwnerOf(GivenRow row, TableColumn column) => Resolve(row, column, column.Refers!);

    /// <summary>A resource of the body, or of another one as <c>body/key</c>. Null: reported.</summary>
    public string? ResourceOf(GivenRow row, TableColumn column) =>
        row.Text(column) is var said && said.Contains(Beyond, StringComparison.Ordinal) && said.Length <= 2 * Limits.KeyLength ? said : Resolve(row, column, column.Refers!);

    /// <summary>Key of a part of an owner. Null: reported.</summary>
    public string? PartOf(GivenRow row, TableColumn column, IReadOnlyList<JsonObject> parts)
    {
        var said = row.Text(column);
        var found = parts.Any(p => p["key"]!.GetValue<string>() == said) ? said : KeyByName(parts, said);
        if (found is null) row.Wrong(column, TableCode.Unknown, said);
        return found;
    }

    /// <summary>Key of what goes by this key or name alone.</summary>
    public string? Find(string section, string said) =>
        model.ItemsOf(section)[said] is not null ? said : names.Find(section, said) is { Count: 1 } known ? known.First() : null;

    /// <summary>Key of what a cell names by key or by name. Null: reported.</summary>
    public string? Resolve(GivenRow row, TableColumn column, string section)
    {
        var said = row.Text(column) is { Length: > 0 } key ? key : row.Sheet.Table.Columns.FirstOrDefault(c => c.NameOf == column.Key) is { } named ? row.Text(named) : "";
        if (said.Length == 0)
        {
            row.Wrong(column, TableCode.Missing, column.Head(row.Sheet.Table.Name, row.Sheet.Language));
            return null;
        }

        if (Find(section, said) is { } found) return found;
        var known = names.Find(section, said);
        if (known.Count > 1) row.Wrong(column, TableCode.Ambiguous, said, string.Join(", ", known));
        else if (names.Nearest(section, said, row.Sheet.Language) is { } near) row.Wrong(column, TableCode.UnknownNear, said, near);
        else row.Wrong(column, TableCode.Unknown, said);
        return null;
    }

    /// <summary>What must fit together in an item.</summary>
    public void CheckItem(ItemTable table, GivenRow row, JsonObject? before, JsonObject after)
    {
        CheckName(table, row, before, after);
        if (Number(after, "rtoHours") > Number(after, "mtpdHours") && (before is null || Number(before, "rtoHours") != Number(after, "rtoHours") || Number(before, "mtpdHours") != Number(after, "mtpdHours")))
            row.Wrong(table["rtoHours"], TableCode.RestartLate);
        if (after["required"] is JsonObject required && (required["hours"] is null || required["reason"] is null))
            row.Wrong(table[required["hours"] is null ? "requiredHours" : "requiredReason"], TableCode.ReasonMissing);
    }

    /// <summary>The same for a part.</summary>
    public void CheckPart(PartTable table, GivenRow row, JsonObject? before, JsonObject after)
    {
        if (table.Columns.Any(c => c.IsName)) CheckName(table, row, before, after);
        if (after["rule"]?.GetValue<string>() is not { } rule) return;
        if (rule == "dayOfMonth" && Number(after, "day") is not (>= 1 and <= 31)) row.Wrong(table["day"], TableCode.DayMissing);
        if (rule == "singleDate" && after["date"] is null && before is null) row.Wrong(table["date"], TableCode.DayMissing);
    }

    public void Named(string section, string key, JsonObject item) => names.Add(section, key, item);

    private void CheckName(ModelTable table, GivenRow row, JsonObject? before, JsonObject after)
    {
        if (after["catalogueKey"]?.GetValue<string>() is { } key && !names.IsInCatalogue(key) && before?["catalogueKey"]?.GetValue<string>() != key)
            row.Wrong(table["catalogueKey"], TableCode.CatalogueUnknown, key);
        if (before is null && names.Of(after, TableLanguage.German) is null && !row.Failed) row.Wrong(table["name"], TableCode.NameMissing);
    }

    // A second product for the same function is an item of its own.
    private string? KeyByProduct(ItemTable table, GivenRow row, string name)
    {
        if (table.Name != ModelJson.Resources || products.Find(name) is not { } function) return null;
        var resources = model.ItemsOf(table.Name);
        var present = resources.Where(i => i.Value!["catalogueKey"]?.GetValue<string>() == function).Select(i => i.Key).ToList();
        var key = present.Count == 0 && resources[function] is null ? function : present is [var one] ? one : null;
        if (key is null || IsNamed(table, [key])) return null;
        row.Recognised = function;
        return key;
    }

    private string? KeyByName(IEnumerable<JsonObject> parts, string name) =>
        parts.FirstOrDefault(p => TableLanguage.All.Any(l => names.Of(p, l) is { } known && Words.Fold(known) == Words.Fold(name)))?["key"]!.GetValue<string>();

    private static string? KeyGiven(GivenRow row, TableColumn column, string said)
    {
        var read = column.Value.Read(new GivenCell(said, false, row.Sheet.Language));
        if (read.Fault is null) return said;
        row.Wrong(column, read.Fault, read.Arguments!);
        return null;
    }

    /// <summary>A key made of a name that nothing else has.</summary>
    internal static string NewKey(string name, Func<string, bool> isTaken)
    {
        var slug = Words.Slug(name) is { Length: > 0 } made ? made[..Math.Min(made.Length, Limits.KeyLength - 4)] : "x";
        return Enumerable.Range(1, Limits.ItemsPerKind).Select(n => n == 1 ? slug : $"{slug}-{n}").First(k => !isTaken(k));
    }

    private static double? Number(JsonObject content, string property) => content[property] is { } value ? value.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null : null;

    private static string Joined(IReadOnlyList<string?> ids) => string.Join('\n', ids);
}
