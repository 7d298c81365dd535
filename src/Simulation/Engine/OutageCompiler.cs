using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Turns a checked outage into a <see cref="CompiledOutage"/>.</summary>
internal sealed class OutageCompiler(RegionIndex index, int[] numbers, ChanceSource chance)
{
    public CompiledOutage Compile(OutageInput outage)
    {
        var tree = HitGroups.Flatten(outage);
        var hits = tree.SelectMany((entry, i) => entry.Group.Members.Select(hit => Hit(i, entry.Group.Key, hit))).ToArray();
        var gates = index.Gates.Select(entry => Gate(entry.Ref, entry.Input)).ToArray();
        var hitsOfResource = new List<int>[numbers.Length];
        for (var i = 0; i < numbers.Length; i++) hitsOfResource[i] = [];
        for (var i = 0; i < hits.Length; i++) hitsOfResource[hits[i].Resource].Add(i);
        return new()
        {
            Input = outage,
            Slip = chance.Stream(ChancePurpose.Slip),
            Severity = chance.Stream(ChancePurpose.Severity),
            Groups = [.. tree.Select(entry => Group(entry.Group, entry.Parent))],
            Hits = hits,
            HitsOfResource = new(hitsOfResource),
            Gates = gates,
            GatesAfterGate = IntLists.Reverse(gates.Length, [.. gates.Select(g => g.After)]),
            GatesAfterResource = IntLists.Reverse(numbers.Length, [.. gates.Select(g => g.AfterResources)]),
            ResourcesAfterGate = IntLists.Reverse(gates.Length, [.. hitsOfResource.Select(list => list.SelectMany(i => hits[i].Gates))]),
        };
    }

    private CompiledGroup Group(HitGroupInput group, int parent)
    {
        var passesSeverity = group.Members.Any(m => m.ChanceBySeverity != 0) || group.Groups.Any(g => g.ChanceBySeverity != 0);
        return new(parent, group.Chance, group.ChanceBySeverity, chance.Stream(ChancePurpose.GroupHit, group.Key.Body, group.Key.Key), passesSeverity, chance.Stream(ChancePurpose.Severity, group.Key.Body, group.Key.Key));
    }

    // The group is part of the name, so that a resource in two groups has luck of its own in each.
    private CompiledHit Hit(int group, EntityRef key, HitInput hit) => new(
        group,
        numbers[index.Resource(hit.Resource)],
        hit.Kind,
        hit.Chance,
        hit.ChanceBySeverity,
        chance.Stream(ChancePurpose.MemberHit, key.Body, key.Key, hit.Resource.Body, hit.Resource.Key),
        Gates(hit.Gates));

    private CompiledGate Gate(EntityRef name, GateInput gate) => new(
        name,
        gate,
        chance.Stream(ChancePurpose.GateDuration, name.Body, name.Key),
        Gates(gate.After),
        [.. gate.AfterResources.Select(r => numbers[index.Resource(r)])]);

    private int[] Gates(IReadOnlyList<EntityRef> keys) => [.. keys.Select(index.Gate)];
}
