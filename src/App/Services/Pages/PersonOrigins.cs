using System.Text.Json.Nodes;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Notes for every value that changed where it comes from now, a person as a rule; the other values keep where they came from.</summary>
internal static class PersonOrigins
{
    private static readonly string[] NoValues = ["origin", "origins"];

    public static T Mark<T>(T before, T after, LocalDate today) where T : ItemContent => Mark(before, after, new Origin(OriginKind.Person, today));

    public static T Mark<T>(T before, T after, Origin origin) where T : ItemContent
    {
        var (from, to) = (CanonicalJson.ToNode(before).AsObject(), CanonicalJson.ToNode(after).AsObject());
        var changed = from.Select(p => p.Key).Union(to.Select(p => p.Key)).Except(NoValues, StringComparer.Ordinal)
            .Where(p => !JsonNode.DeepEquals(from[p], to[p])).ToList();
        if (changed.Count == 0) return after;
        var origins = new SortedDictionary<string, Origin>(before.Origins.ToDictionary(o => o.Key, o => o.Value), StringComparer.Ordinal);
        foreach (var property in changed) origins[property] = origin;
        return after with { Origins = origins };
    }
}
