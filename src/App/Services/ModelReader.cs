using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Services;

/// <summary>
/// Gives the model of a body: its own rows once a person has changed something, before that the starter model,
/// derived from the answers each time. So thousands of imported bodies cost a row each, not a hundred.
/// </summary>
public sealed class ModelReader(AppDb db, ConsentedReading consented, Actor actor, StarterCatalogue starter)
{
    public async Task<Result<BodyModel>> Load(string key, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var body = await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.Key == key, ct);
        return body is null ? Refusal.Of<BodiesTexts>("body.not-found", key) : await ModelOf(body, ct);
    }

    /// <summary>The models of these bodies, of every provider they depend on, and what is known of their neighbours.</summary>
    public async Task<Result<ModelSet>> LoadSet(IReadOnlyList<string> keys, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        return await Read(keys, ct);
    }

    /// <summary>The same for use cases that have asked for their own permission.</summary>
    internal async Task<Result<ModelSet>> Read(IReadOnlyList<string> keys, CancellationToken ct)
    {
        if (keys.Count > Limits.BodiesPerRegion) return Refusal.Of<ServicesTexts>("region.too-large", keys.Count, Limits.BodiesPerRegion);
        var rows = (await db.Bodies.AsNoTracking().Where(b => keys.Contains(b.Key)).ToListAsync(ct)).ToDictionary(b => b.Key, StringComparer.Ordinal);
        var lent = await Lent(keys.Where(k => !rows.ContainsKey(k)), ct);
        if (keys.FirstOrDefault(k => !rows.ContainsKey(k) && !lent.ContainsKey(k)) is { } missing) return Refusal.Of<BodiesTexts>("body.not-found", missing);
        var asked = new List<BodyModel>();
        foreach (var key in keys.Distinct(StringComparer.Ordinal)) asked.Add(lent.GetValueOrDefault(key) ?? await ModelOf(rows[key], ct));
        return new ModelSet
        {
            Asked = asked,
            Providers = await ProvidersOf(asked, ct),
            PartnerProviders = await PartnersOf(asked, ct),
            Lent = lent.Keys.ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Those of these bodies whose model may be read: one's own, and those that let the acting body see it.</summary>
    public async Task<IReadOnlyList<string>> Known(IReadOnlyList<string> keys, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var here = await db.Bodies.AsNoTracking().Where(b => keys.Contains(b.Key)).OrderBy(b => b.Key).Select(b => b.Key).ToListAsync(ct);
        HashSet<string> known = [.. here, .. (await consented.Grantors(Consents.Model, ct)).Keys];
        return [.. keys.Where(known.Contains)];
    }

    // Models of other bodies that let the acting one see them; every reading stands in their trail.
    private async Task<Dictionary<string, BodyModel>> Lent(IEnumerable<string> keys, CancellationToken ct)
    {
        var lent = new Dictionary<string, BodyModel>(StringComparer.Ordinal);
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
            if (await consented.OfBody(key, Consents.Model, ct) is { Refusal: null } read) lent[key] = CanonicalJson.Read<BodyModel>(read.Value.Json) with { Key = key };
        return lent;
    }

    private async Task<BodyModel> ModelOf(Body body, CancellationToken ct)
    {
        if (!body.Content.OwnModel) return Derived(body.Key, body.Content);
        return new BodyModel
        {
            Key = body.Key,
            Body = body.Content,
            Team = body.Content.Team ?? Derived(body.Key, body.Content).Team,
            Segments = Keyed<SegmentContent>(await db.Segments.AsNoTracking().Where(s => s.BodyId == body.BodyId).OrderBy(s => s.Key).Take(Limits.ItemsPerKind).ToListAsync(ct)),
            Resources = Keyed<ResourceContent>(await db.Resources.AsNoTracking().Where(r => r.BodyId == body.BodyId).OrderBy(r => r.Key).Take(Limits.ItemsPerKind).ToListAsync(ct)),
            Services = Keyed<ServiceContent>(await db.Services.AsNoTracking().Where(s => s.BodyId == body.BodyId).OrderBy(s => s.Key).Take(Limits.ItemsPerKind).ToListAsync(ct)),
        };
    }

    private BodyModel Derived(string key, BodyContent content) => StarterModel.Build(key, content, starter, content.Origin.Date);

    // Named providers as they stand here; a provider nobody has described is derived from what its customer knows.
    private async Task<IReadOnlyList<BodyModel>> ProvidersOf(IReadOnlyList<BodyModel> asked, CancellationToken ct)
    {
        var known = asked.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var named = asked.SelectMany(model => OtherBodies(model).Where(known.Add).Select(key => (Key: key, Customer: model))).ToList();
        if (named.Count == 0) return [];
        var keys = named.Select(n => n.Key).ToList();
        var rows = (await db.Bodies.AsNoTracking().Where(b => keys.Contains(b.Key)).ToListAsync(ct)).ToDictionary(b => b.Key, StringComparer.Ordinal);
        var given = await Given(keys, ct);
        var providers = new List<BodyModel>();
        foreach (var (key, customer) in named)
            providers.Add(rows.TryGetValue(key, out var row) ? await ModelOf(row, ct) : Derived(key, Assumed(customer, given.GetValueOrDefault((customer.Key, key)))));
        return providers;
    }

    // What a customer was told of a provider nobody has described is better than the default.
    private static BodyContent Assumed(BodyModel customer, StatementContent? told) =>
        StarterModel.UnknownProvider(customer.Key, customer.Body).Body is var provider && told is not null ? provider with { Answers = told.AppliedTo(provider.Answers) } : provider;

    private async Task<Dictionary<(string Customer, string Provider), StatementContent>> Given(IReadOnlyList<string> providers, CancellationToken ct) =>
        (await db.Set<Statement>().AsNoTracking().Where(s => providers.Contains(s.Key)).Join(db.Bodies, s => s.BodyId, b => b.BodyId, (s, b) => new { Customer = b.Key, s.Key, s.Content })
            .OrderBy(s => s.Customer).ThenBy(s => s.Key).ToListAsync(ct)).ToDictionary(s => (s.Customer, s.Key), s => s.Content);

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PartnersOf(IReadOnlyList<BodyModel> asked, CancellationToken ct)
    {
        var keys = asked.SelectMany(m => m.Services.Values).SelectMany(s => s.Substitutes).Select(s => s.Partner).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return new Dictionary<string, IReadOnlyList<string>>();
        var rows = await db.Bodies.AsNoTracking().Where(b => keys.Contains(b.Key)).ToListAsync(ct);
        return rows.ToDictionary(b => b.Key, b => b.Content.Providers, StringComparer.Ordinal);
    }

    private static IEnumerable<string> OtherBodies(BodyModel model) =>
        model.Services.Values.SelectMany(s => s.Needs.Concat(s.Substitutes.SelectMany(x => x.Needs)))
            .Concat(model.Resources.Values.SelectMany(r => r.Needs.Concat(r.Prerequisites ?? [])))
            .SelectMany(g => g.Members)
            .Select(m => ResourceKey.Parse(m.Resource, model.Key).Body)
            .Where(b => b != model.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static SortedDictionary<string, T> Keyed<T>(IEnumerable<ModelItem<T>> items) where T : ItemContent =>
        new(items.ToDictionary(i => i.Key, i => i.Content, StringComparer.Ordinal), StringComparer.Ordinal);
}
