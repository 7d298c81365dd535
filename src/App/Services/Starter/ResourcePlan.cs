namespace ResilienceMonitor.Services.Starter;

/// <summary>Which resources a body has itself, and what the others are called where they run.</summary>
internal sealed class ResourcePlan
{
    private const string Centre = "centre/";
    private const string Spares = "spare-clients";

    private readonly StarterFacts facts;
    private readonly StarterCatalogue catalogue;

    private ResourcePlan(StarterFacts facts, StarterCatalogue catalogue) => (this.facts, this.catalogue) = (facts, catalogue);

    /// <summary>Own resources by key, in order of keys.</summary>
    public SortedDictionary<string, ResourceEntry> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>Own services, those that the body delivers itself.</summary>
    public IReadOnlyDictionary<string, Responsibility> Responsibilities { get; private init; } = new Dictionary<string, Responsibility>();

    public static ResourcePlan For(StarterFacts facts, StarterCatalogue catalogue)
    {
        var plan = new ResourcePlan(facts, catalogue) { Responsibilities = ResponsibilitiesOf(facts, catalogue) };
        foreach (var (key, entry) in catalogue.Resources.Entries.Where(e => plan.Always(e.Value))) plan.Include(key, entry);
        foreach (var service in catalogue.Services.Entries.Where(s => plan.Delivers(s.Key)).Select(s => s.Value))
            plan.IncludeAll([.. catalogue.Bundles.Entries[service.Bundle].For(facts), .. service.Needs, .. service.Substitutes.SelectMany(s => StarterSubstitutes.AllNeeds(s))]);
        return plan;
    }

    public bool Delivers(string service) => Responsibilities.GetValueOrDefault(service, Responsibility.District) == Responsibility.Own;

    /// <summary>What a resource needs where it runs; what a vendor runs does not need the data centre.</summary>
    public IReadOnlyList<NeedGroup> NeedsOf(ResourceEntry entry)
        => Resolve(entry.SecondProvider && !facts.IsProvider ? entry.Needs.Where(g => !g.Any(k => catalogue.Resources.Entries[k].Place is Place.Centre)) : entry.Needs);

    /// <summary>Turns groups of catalogue keys into needs; members the body does without are left out, and groups with none left.</summary>
    public IReadOnlyList<NeedGroup> Resolve(IEnumerable<IReadOnlyList<string>> groups)
        => [.. groups.Select(g => new NeedGroup([.. g.Select(Member).OfType<NeedMember>()])).Where(g => g.Members.Count > 0)];

    private static Dictionary<string, Responsibility> ResponsibilitiesOf(StarterFacts facts, StarterCatalogue catalogue)
        => facts.IsAdministration
            ? catalogue.Services.Entries.ToDictionary(e => e.Key, e => e.Value.Responsibility.First(r => r.Fits(facts.Body.State, facts.Status, facts.Population)).Is)
            : [];

    private bool Always(ResourceEntry entry) => facts.IsProvider
        ? entry.Place is Place.Centre or Place.Both || entry.SecondProvider
        : facts.Population >= entry.FromSize && (entry.Reach is Reach.Everybody || (entry.Reach is Reach.DistrictLevel && facts.IsDistrictLevel));

    private void IncludeAll(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var key in groups.SelectMany(g => g).Select(k => k.StartsWith(Centre, StringComparison.Ordinal) ? k[Centre.Length..] : k))
            Include(key, catalogue.Resources.Entries[key]);
    }

    private void Include(string key, ResourceEntry entry)
    {
        if (!HasItself(key, entry) || !Own.TryAdd(key, entry)) return;
        if (entry.SecondProvider && !facts.IsProvider) return;
        IncludeAll([.. entry.Needs, .. entry.RestartAfter]);
    }

    private bool HasItself(string key, ResourceEntry entry)
    {
        if (facts.IsProvider) return entry.Place is Place.Centre or Place.Both || entry.SecondProvider;
        if (key == Spares && facts.SpareShare <= 0) return false;
        if (entry.Place is Place.Hosted && facts.Provider is null) return false;
        if (entry.Reach is Reach.DistrictLevel && !facts.IsDistrictLevel) return false;
        return facts.Population >= entry.FromSize && HostOf(entry) is null;
    }

    private NeedMember? Member(string key)
    {
        var ofCentre = key.StartsWith(Centre, StringComparison.Ordinal);
        if (ofCentre) key = key[Centre.Length..];
        if (ofCentre && facts.Provider is { } centre) return new NeedMember($"{centre}/{key}");
        if (Own.ContainsKey(key)) return key == Spares ? new NeedMember(key, facts.SpareShare) : new NeedMember(key);
        var entry = catalogue.Resources.Entries[key];
        return facts.Population >= entry.FromSize && HostOf(entry) is { } host ? new NeedMember($"{host}/{key}") : null;
    }

    /// <summary>Key of the body that runs it for this one; null: this one itself.</summary>
    private string? HostOf(ResourceEntry entry) => entry switch
    {
        { SecondProvider: true } => facts.SecondProvider,
        { Place: Place.Centre } => facts.Provider,
        _ => null,
    };
}
