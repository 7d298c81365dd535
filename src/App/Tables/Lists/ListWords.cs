using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Recognises what a text of a list is about: by the name in the model, by the name of a product, by words usual for it.</summary>
public sealed class ListWords
{
    private readonly ReferenceData reference;
    private readonly ProductNames products;
    private readonly IReadOnlyList<(string Word, string Key)> services;
    private readonly IReadOnlyList<(string Word, string Key)> registers;

    public ListWords(ReferenceData reference, ProductNames products)
    {
        (this.reference, this.products) = (reference, products);
        var offered = reference.Read<Services.Starter.ServiceEntry>("services").Entries;
        var words = reference.Read<ProductEntry>("list-words").Entries;
        services = Sorted([.. words.Where(w => offered.ContainsKey(w.Key)).SelectMany(Spelled), .. offered.SelectMany(s => new[] { s.Value.Name.De, s.Value.Name.En }.Select(n => (Start(n), s.Key)))]);
        registers = Sorted(words.Where(w => !offered.ContainsKey(w.Key)).SelectMany(Spelled));
    }

    /// <summary>Key of the service a text is about; null: none. Of several the one known by the longest word.</summary>
    public string? Service(BodyModel model, string text) =>
        Named(text, model.Services.Select(s => (s.Key, s.Value.Name))) ?? Found(services, text).FirstOrDefault(model.Services.ContainsKey);

    /// <summary>Catalogue key of the application a text is about, or the key of an own resource with that name.</summary>
    public string? Application(BodyModel model, string text) =>
        Named(text, model.Resources.Select(r => (r.Key, r.Value.Name))) ?? products.Find(text) ?? reference.Read<Services.Starter.ResourceEntry>("resources").Entries
            .Where(e => Same(text, e.Value.Name.De) || Same(text, e.Value.Name.En)).Select(e => e.Key).FirstOrDefault();

    /// <summary>Catalogue keys of the registers and offices a text names.</summary>
    public IReadOnlyList<string> Registers(string text) => [.. Found(registers, text).Distinct(StringComparer.Ordinal)];

    private static string? Named(string text, IEnumerable<(string Key, string? Name)> items) => items.FirstOrDefault(i => i.Name is { } name && Same(text, name)).Key;

    private static bool Same(string text, string name) => Words.Fold(text) == Words.Fold(name);

    // German joins words, so a text is known by how one of its words begins: "Wohngeldstelle". Longer words are surer.
    private static IEnumerable<string> Found(IReadOnlyList<(string Word, string Key)> known, string text) =>
        Start(text) is var words ? known.Where(k => words.Contains(k.Word, StringComparison.Ordinal)).Select(k => k.Key) : [];

    private static IEnumerable<(string, string)> Spelled(KeyValuePair<string, ProductEntry> entry) => entry.Value.WrittenAs.Select(w => (Start(w), entry.Key));

    private static List<(string Word, string Key)> Sorted(IEnumerable<(string Word, string Key)> words) =>
        [.. words.OrderByDescending(w => w.Word.Length).ThenBy(w => w.Word, StringComparer.Ordinal).ThenBy(w => w.Key, StringComparer.Ordinal)];

    private static string Start(string text) => $"-{Words.Slug(text)}";
}
