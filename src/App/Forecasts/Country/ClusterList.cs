using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>Divides a list of bodies into clusters. Everything goes by the order of keys, never by chance: the same list gives the same clusters.</summary>
internal sealed class ClusterList(ProviderStructure structure, Parameters parameters)
{
    private const int DistrictDigits = 5;

    public IReadOnlyList<Cluster> Of(BodyImportPlan plan)
    {
        var bodies = plan.Bodies.Select(Listed).OrderBy(b => b.Key, StringComparer.Ordinal).ToList();
        var names = plan.Providers.ToDictionary(p => p.Key, p => p.Content, StringComparer.Ordinal);
        var hosted = bodies.Where(b => b.Content.Providers.Count > 0).Concat(Assumed(bodies))
            .GroupBy(b => b.Content.Providers[0], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Cluster(ProviderOf(g.Key, names.GetValueOrDefault(g.Key), [.. g]), [.. g.OrderBy(b => b.Key, StringComparer.Ordinal)])).ToList();
        var served = hosted.SelectMany(c => c.Members).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        return [.. hosted, .. bodies.Where(b => !served.Contains(b.Key)).Select(b => new Cluster(null, [WithOwnCentre(b)]))];
    }

    /// <summary>Key of the district a body lies in; a city that is none of one stands for itself.</summary>
    public static string DistrictOf(string key, BodyContent content) => content.District ?? $"ags:{key[(key.IndexOf(':') + 1)..][..DistrictDigits]}000";

    private ListedBody Listed(PlannedBody planned) => new(
        planned.Key,
        planned.Content,
        DistrictOf(planned.Key, planned.Content),
        StarterFacts.From(planned.Key, planned.Content, parameters, planned.Content.Origin.Date).Population);

    // Bodies that name no provider: a share of each legal status runs its IT itself, spread evenly over the keys; the others share providers.
    private IEnumerable<ListedBody> Assumed(List<ListedBody> bodies) => bodies
        .Where(b => b.Content is { Providers.Count: 0, Answers.ProviderKnown: not true })
        .GroupBy(b => structure.Within == ProviderArea.State ? b.Content.State ?? "" : b.District, StringComparer.Ordinal)
        .SelectMany(area =>
        {
            var hosted = area.GroupBy(StatusOf).SelectMany(WithoutOwnCentre).OrderBy(b => b.Key, StringComparer.Ordinal).ToList();
            var providers = (hosted.Count + structure.Customers - 1) / structure.Customers;
            return hosted.Select((b, i) => b with { Content = WithProvider(b.Content, $"provider:assumed-{KeyPart(area.Key)}-{(long)i * providers / hosted.Count + 1}") });
        });

    private IEnumerable<ListedBody> WithoutOwnCentre(IGrouping<LegalStatus, ListedBody> bodies)
    {
        var share = structure.OwnCentre.TryGetValue(CamelCase(bodies.Key), out var known) ? known : structure.OwnCentre["*"];
        return bodies.Where((b, i) => b.Content.Answers.ProviderKnown == false || Math.Floor((i + 1) * share) <= Math.Floor(i * share));
    }

    private ListedBody ProviderOf(string key, BodyContent? named, IReadOnlyList<ListedBody> members)
    {
        var towns = members.Where(m => m.Content.Kind != BodyKind.District).ToList();
        var served = (towns.Count > 0 ? towns : members).Sum(m => m.Inhabitants);
        var content = named ?? StarterModel.UnknownProvider(key, members[0].Content).Body;
        return new ListedBody(key, content with { Population = (int)Math.Min(served, int.MaxValue), State = members[0].Content.State }, "", 0);
    }

    private LegalStatus StatusOf(ListedBody body) => StarterFacts.From(body.Key, body.Content, parameters, body.Content.Origin.Date).Status;

    private static BodyContent WithProvider(BodyContent content, string provider) => content with { Providers = [provider], Answers = content.Answers with { ProviderKnown = true } };

    private static ListedBody WithOwnCentre(ListedBody body) => body with { Content = body.Content with { Answers = body.Content.Answers with { ProviderKnown = true } } };

    private static string KeyPart(string area) => area[(area.IndexOf(':') + 1)..];

    private static string CamelCase(LegalStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];
}
