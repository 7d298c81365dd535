using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>What a body can say is back: its own services, those of its own resources that the scenario hits, and gates. Nothing of its provider's inside.</summary>
/// <param name="Services">Keys, in the order of the model.</param>
/// <param name="Resources">Keys, in the order of the model.</param>
/// <param name="Gates">The gate that is meant by its key in the scenario.</param>
public sealed record Knowable(IReadOnlyList<string> Services, IReadOnlyList<string> Resources, IReadOnlyDictionary<string, EntityRef> Gates)
{
    private const string GatePrefix = "gate:";

    public static Knowable Of(CompiledOutage outage, string body)
    {
        var input = outage.Region.Bodies.First(b => b.Key == body);
        var hit = outage.Outage.Hits.SelectMany(Members).Where(m => m.Resource.Body == body).Select(m => m.Resource.Key).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. input.Services.Select(s => s.Key)],
            [.. input.Resources.Select(r => r.Key).Where(hit.Contains)],
            outage.Outage.Gates.Select(g => g.Key).OrderByDescending(g => g.Body == body)
                .DistinctBy(g => g.Key).ToDictionary(g => g.Key[GatePrefix.Length..], StringComparer.Ordinal));
    }

    public bool Has(KnownThing thing, string key) => thing switch
    {
        KnownThing.Service => Services.Contains(key),
        KnownThing.Resource => Resources.Contains(key),
        KnownThing.Gate => Gates.ContainsKey(key),
    };

    private static IEnumerable<HitInput> Members(HitGroupInput group) => group.Members.Concat(group.Groups.SelectMany(Members));
}
