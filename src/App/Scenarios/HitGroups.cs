using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Scenarios;

/// <summary>The groups a hit rule makes of the resources of one body: one for each segment, and one for each resource without segment.</summary>
internal static class HitGroups
{
    public static IEnumerable<HitGroupInput> Of(HitRule rule, BodyModel owner, GateNames gates, HitAdjustment? adjust)
    {
        var names = gates.For(owner.Key, rule.Gates);
        return owner.Resources.Where(r => Matches(rule, r.Key, r.Value))
            .GroupBy(r => r.Value.Segment ?? $"~{r.Key}", StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(segment => Group(rule, owner.Key, segment.Key, [.. segment], names, adjust));
    }

    private static HitGroupInput Group(
        HitRule rule, string body, string segment, IReadOnlyList<KeyValuePair<string, ResourceContent>> members, IReadOnlyList<EntityRef> gates, HitAdjustment? adjust)
    {
        var chances = members.Select(m => adjust?.Invoke(body, m.Key, m.Value, rule.SegmentChance, rule.MemberChance) ?? (Segment: rule.SegmentChance, Member: rule.MemberChance)).ToList();

        // A segment falls as one: protection that covers only part of it leaves the segment at the chance of its weakest member.
        return new HitGroupInput
        {
            Key = new EntityRef(body, $"{rule.Key}:{segment}"),
            Chance = chances.Max(c => c.Segment),
            Members = [.. members.Select((m, i) => new HitInput(new EntityRef(body, m.Key), rule.Kind, chances[i].Member, gates))],
        };
    }

    private static bool Matches(HitRule rule, string key, ResourceContent resource) =>
        (rule.Kinds.Count == 0 || rule.Kinds.Contains(resource.Kind))
        && (rule.Hosts.Count == 0 || rule.Hosts.Contains(resource.Host))
        && (rule.Segments.Count == 0 || (resource.Segment is { } segment && rule.Segments.Contains(segment)))
        && (rule.Resources.Count == 0 || rule.Resources.Contains(resource.CatalogueKey ?? key));
}
