using System.Globalization;
using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Model;

/// <summary>
/// A table with a row for each resource that something needs. Rows of one owner with the same number of a group are alternatives. The numbers only say
/// what belongs together: a group is known again by its resources.
/// </summary>
/// <param name="name">Name of the table.</param>
/// <param name="property">The list of groups in the JSON of the owner.</param>
/// <param name="owners">The columns that name the owner: its section, and for one inside a service the list it stands in.</param>
/// <param name="columns">Owners first, then group, resource and capacity.</param>
public sealed class NeedTable(string name, string property, IReadOnlyList<NeedOwner> owners, IReadOnlyList<TableColumn> columns) : ModelTable(name, columns)
{
    public const string Group = "group";
    public const string Resource = "needed";
    private const string Members = "members";
    private const string ResourceProperty = "resource";

    public override IEnumerable<ModelRow> Rows(JsonObject model) =>
        from owner in owners
        from found in owner.All(model)
        from numbered in (found.Content[property] as JsonArray ?? []).Index()
        from member in numbered.Item![Members]!.AsArray()
        select new ModelRow([.. Ids.Select(c => c.Key == owner.Column ? found.Key : c.Key == owner.InnerColumn ? found.InnerKey
            : c.Key == Group ? (numbered.Index + 1).ToString(CultureInfo.InvariantCulture) : c.Key == Resource ? member[ResourceProperty]!.GetValue<string>() : null)], member.AsObject());

    internal override void Take(ModelChange change, GivenRow row)
    {
        var named = owners.Where(o => row.Text(this[o.Column]).Length > 0).ToList();
        // A substitute is named with its service: then the substitute is meant.
        if (named.Exists(o => o.InnerColumn is not null && row.Text(this[o.InnerColumn]).Length > 0)) named.RemoveAll(o => o.InnerColumn is null && named.Exists(x => x != o && x.Column == o.Column));
        else named.RemoveAll(o => o.InnerColumn is not null);
        if (named is not [var owner])
        {
            row.Wrong(Columns[0], named.Count == 0 ? TableCode.OwnerMissing : TableCode.OwnerTwice);
            return;
        }

        if (change.OwnerOf(row, this[owner.Column]) is not { } key || change.ResourceOf(row, this[Resource]) is not { } needed) return;
        string? inner = null;
        if (owner.InnerColumn is { } column && (inner = change.PartOf(row, this[column], [.. owner.Of(change.Model, key).Select(o => o.Content)])) is null) return;
        if (!row.IsFirst([owner.Section, key, inner, row.Text(this[Group]), needed])) return;
        Put(change, row, owner.Of(change.Model, key).First(o => o.InnerKey == inner).Content, PlaceOf(owner, key, inner), needed);
    }

    internal override void TakeOut(ModelChange change)
    {
        foreach (var owner in owners)
            foreach (var (key, inner, content) in owner.All(change.Model))
            {
                if (content[property] is not JsonArray groups) continue;
                var place = PlaceOf(owner, key, inner);
                foreach (var (number, group) in groups.Index())
                    foreach (var gone in MembersOf(group).Where(m => !change.Groups.IsNamed(place, number, m)).ToList()) Remove(group!, gone);
                foreach (var empty in groups.Where(g => MembersOf(g).Count == 0).ToList()) groups.Remove(empty);
            }
    }

    private void Put(ModelChange change, GivenRow row, JsonObject owner, string place, string needed)
    {
        var groups = owner[property] as JsonArray ?? [];
        var number = change.Groups.Find(place, row.Text(this[Group]), needed, [.. groups.Select(MembersOf)]);
        var at = number < groups.Count ? MembersOf(groups[number]).IndexOf(needed) : -1;
        var member = at >= 0 ? groups[number]![Members]![at]!.DeepClone().AsObject() : new JsonObject { [ResourceProperty] = needed, ["capacity"] = 1.0 };
        row.Apply(member, isNew: at < 0);
        if (row.Failed) return;
        row.Compare(at >= 0 ? groups[number]![Members]![at]!.AsObject() : null, member);
        if (number == groups.Count) groups.Add((JsonNode)new JsonObject { [Members] = new JsonArray() });
        var members = groups[number]![Members]!.AsArray();
        if (at >= 0) members[at] = member;
        else members.Add((JsonNode)member);
        owner[property] ??= groups;
        change.Groups.Name(place, number, needed);
    }

    // The list is part of it: what needs something and what must be there before are told apart.
    private string PlaceOf(NeedOwner owner, string key, string? inner) => string.Join('\n', property, owner.Column, key, inner);

    private static void Remove(JsonNode group, string resource)
    {
        var members = group[Members]!.AsArray();
        members.RemoveAt(MembersOf(group).IndexOf(resource));
    }

    private static List<string> MembersOf(JsonNode? group) => [.. group![Members]!.AsArray().Select(m => m![ResourceProperty]!.GetValue<string>())];
}

/// <summary>Where owners of needs stand.</summary>
/// <param name="Section">Section of the items.</param>
/// <param name="Column">The column with their key.</param>
/// <param name="InnerColumn">The column with the key of a part, when a part is the owner.</param>
/// <param name="InnerProperty">The list the parts stand in.</param>
public sealed record NeedOwner(string Section, string Column, string? InnerColumn = null, string? InnerProperty = null)
{
    internal IEnumerable<(string Key, string? InnerKey, JsonObject Content)> All(JsonObject model) => model.ItemsOf(Section).SelectMany(item => Of(model, item.Key));

    /// <summary>The item of that key, or its parts.</summary>
    internal IEnumerable<(string Key, string? InnerKey, JsonObject Content)> Of(JsonObject model, string key)
    {
        var item = model.ItemsOf(Section)[key]!.AsObject();
        return InnerProperty is null ? [(key, null, item)] : (item[InnerProperty] as JsonArray ?? []).Select(p => (key, (string?)p!["key"]!.GetValue<string>(), p.AsObject()));
    }
}
