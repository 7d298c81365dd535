using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Model;

/// <summary>Names of what stands in the JSON of a model, in both languages, and keys by name.</summary>
internal sealed class ModelNames(ReferenceData reference, JsonObject model)
{
    private readonly Dictionary<string, Dictionary<string, SortedSet<string>>> keys = new(StringComparer.Ordinal);

    /// <summary>The own name, else the catalogue's; null: neither.</summary>
    public string? Of(JsonObject content, TableLanguage language) =>
        content["name"]?.GetValue<string>() ?? (content["catalogueKey"]?.GetValue<string>() is { } key ? reference.Name(key, language.Culture) : null);

    public string? Of(string section, string key, TableLanguage language) =>
        model.ItemsOf(section)[key] is JsonObject item ? Of(item, language) ?? key : null;

    public bool IsInCatalogue(string key) => reference.NameOf(key) is not null;

    /// <summary>Keys of the items that go by this name in any language.</summary>
    public IReadOnlyCollection<string> Find(string section, string name)
    {
        if (!keys.TryGetValue(section, out var known))
        {
            keys[section] = known = new(StringComparer.Ordinal);
            foreach (var (key, item) in model.ItemsOf(section)) Add(section, key, item!.AsObject());
        }

        return known.GetValueOrDefault(Words.Fold(name)) ?? (IReadOnlyCollection<string>)[];
    }

    /// <summary>From now on the item goes by its name too.</summary>
    public void Add(string section, string key, JsonObject item)
    {
        if (!keys.TryGetValue(section, out var known)) return;
        foreach (var name in TableLanguage.All.Select(l => Of(item, l)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!known.TryGetValue(Words.Fold(name), out var named)) known[Words.Fold(name)] = named = new(StringComparer.Ordinal);
            named.Add(key);
        }
    }

    /// <summary>Names that can be meant by a slip of the pen.</summary>
    public string? Nearest(string section, string name, TableLanguage language) =>
        Words.Nearest(name, model.ItemsOf(section).SelectMany(i => new[] { i.Key, Of(section, i.Key, language)! }));
}
