namespace ResilienceMonitor.Services.Dependencies;

/// <summary>Finds what falls together although it is meant to help: neighbours at the same provider, and substitutes that need what they replace.</summary>
public static class SharedFate
{
    public static IReadOnlyList<SharedFateFinding> Find(ModelSet set, BodyModel body) =>
        [.. body.Services.Where(s => s.Value.Responsibility == Responsibility.Own)
            .SelectMany(s => s.Value.Substitutes.SelectMany(x => Of(set, body, s.Key, s.Value, x)))];

    private static IEnumerable<SharedFateFinding> Of(ModelSet set, BodyModel body, string key, ServiceContent service, Substitute substitute)
    {
        if (substitute.Partner is { } partner && ProvidersOf(set, partner).FirstOrDefault(body.Body.Providers.Contains) is { } shared)
            yield return new SharedFateFinding(key, substitute.Key, shared);
        foreach (var resource in Fragile(body, service).Intersect(substitute.Needs.Where(g => g.Members.Count == 1).Select(g => g.Members[0].Resource)))
            yield return new SharedFateFinding(key, substitute.Key, resource);
    }

    // Only what a scenario can take away by segment; staff, paper and the building are needed by both and no weakness of the substitute.
    private static IEnumerable<string> Fragile(BodyModel body, ServiceContent service) =>
        service.Needs.SelectMany(g => g.Members).Select(m => m.Resource)
            .Where(r => !body.Resources.TryGetValue(r, out var resource) || resource.Segment is not null);

    private static IReadOnlyList<string> ProvidersOf(ModelSet set, string key) =>
        set.All.FirstOrDefault(m => m.Key == key)?.Body.Providers ?? set.PartnerProviders.GetValueOrDefault(key) ?? [];
}

/// <summary>A substitute that falls with what it should replace.</summary>
/// <param name="Service">Key of the service.</param>
/// <param name="Substitute">Key of the substitute.</param>
/// <param name="Through">The provider or resource both depend on.</param>
public sealed record SharedFateFinding(string Service, string Substitute, string Through);
