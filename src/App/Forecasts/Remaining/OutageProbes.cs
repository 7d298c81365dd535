using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>
/// The engine hands out the times of services. A resource or gate is read by a service that needs nothing else; such a service has no cases and no required
/// time, so that nothing else changes.
/// </summary>
internal static class OutageProbes
{
    // Keys of models cannot hold it, so that a probe never meets one of them.
    private const char Unused = '\0';

    // Emergency levels pass to what is needed, where the greatest counts; this one never is.
    private const double LeastLevel = 1e-6;

    /// <summary>Key of the service whose times say when something is back.</summary>
    public static string KeyOf(KnownThing thing, string key) => thing == KnownThing.Service ? key : $"{thing}{Unused}{key}";

    /// <summary>The outage with a probe for each resource and gate that is named.</summary>
    public static CompiledOutage Add(CompiledOutage outage, string body, OutageSoFar soFar, Knowable knowable)
    {
        var asked = soFar.Returns.Where(r => r.Thing != KnownThing.Service).Select(r => (r.Thing, r.Key)).Distinct().ToList();
        if (asked.Count == 0) return outage;
        var gates = asked.Where(a => a.Thing == KnownThing.Gate).Select(a => (Probe: new EntityRef(body, KeyOf(a.Thing, a.Key)), Gate: knowable.Gates[a.Key])).ToList();
        return new(
            outage.Region with
            {
                Bodies = [.. outage.Region.Bodies.Select(b => b.Key != body ? b : b with
                {
                    Resources = [.. b.Resources, .. gates.Select(g => new ResourceInput { Key = g.Probe.Key, RestoreWork = Distribution.Fixed(0) })],
                    Services = [.. b.Services, .. asked.Select(a => Probe(body, a.Thing, a.Key))],
                })],
            },
            outage.Outage with
            {
                Hits = [.. outage.Outage.Hits, .. gates.Select(g => new HitGroupInput { Key = g.Probe, Members = [new(g.Probe, HitKind.Isolated, 1, [g.Gate])] })],
            });
    }

    private static ServiceInput Probe(string body, KnownThing thing, string key) => new()
    {
        Key = KeyOf(thing, key),
        CasesPerWeek = 0,
        EmergencyLevel = LeastLevel,
        Needs = [NeedGroupInput.Of(new EntityRef(body, thing == KnownThing.Resource ? key : KeyOf(thing, key)))],
    };
}
