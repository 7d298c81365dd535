using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A part of a region that has nothing to do with the rest: what happens in it depends on nothing outside.</summary>
/// <param name="Region">Its bodies, in the order of the whole region.</param>
/// <param name="Outage">The outage as far as it concerns them.</param>
/// <param name="Options">The options, with the restart plan of these bodies.</param>
/// <param name="Bodies">Their numbers in the whole region.</param>
internal sealed record RegionPart(RegionInput Region, OutageInput Outage, RunOptions Options, int[] Bodies);

/// <summary>Cuts a region into its parts. As luck hangs on keys alone, a part fares the same alone and in the region.</summary>
internal sealed class RegionParts
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<int> _leader = [];
    private readonly Dictionary<EntityRef, int> _gateOwners;
    private readonly Dictionary<int, int> _partOfLeader = [];

    private RegionParts(RegionInput region, OutageInput outage)
    {
        foreach (var body in region.Bodies) Number(body.Key);
        _gateOwners = outage.Gates.ToDictionary(g => g.Key, g => Number(g.Key.Body));
        foreach (var body in region.Bodies)
        {
            foreach (var resource in body.Resources)
            {
                JoinNeeds(body.Key, resource.Needs);
                JoinNeeds(body.Key, resource.Prerequisites ?? []);
            }

            foreach (var service in body.Services)
            {
                JoinNeeds(body.Key, service.Needs);
                foreach (var substitute in service.Substitutes)
                {
                    JoinNeeds(body.Key, substitute.Needs);
                    if (substitute.Partner is { } partner) Join(body.Key, partner.Body);
                }
            }
        }

        foreach (var gate in outage.Gates)
        {
            foreach (var before in gate.After) Join(gate.Key.Body, before.Body);
            foreach (var resource in gate.AfterResources) Join(gate.Key.Body, resource.Body);
            foreach (var body in gate.DetectedBy) Join(gate.Key.Body, body);
        }

        foreach (var group in outage.Hits) JoinHits(group);
    }

    /// <summary>The parts, in the order of their first bodies.</summary>
    public static IReadOnlyList<RegionPart> Of(RegionInput region, OutageInput outage, RunOptions options)
    {
        var cut = new RegionParts(region, outage);
        var partOfBody = new int[region.Bodies.Count];
        for (var body = 0; body < partOfBody.Length; body++)
        {
            var leader = cut.Leader(cut._numbers[region.Bodies[body].Key]);
            cut._partOfLeader.TryAdd(leader, cut._partOfLeader.Count);
            partOfBody[body] = cut._partOfLeader[leader];
        }

        var count = cut._partOfLeader.Count;
        return count < 2 ? [new(region, outage, options, [.. Enumerable.Range(0, partOfBody.Length)])] : cut.Parts(region, outage, options, partOfBody, count);
    }

    private RegionPart[] Parts(RegionInput region, OutageInput outage, RunOptions options, int[] partOfBody, int count)
    {
        var bodies = Lists<int>(count);
        foreach (var (body, part) in partOfBody.Index()) bodies[part].Add(body);
        var gates = Lists<GateInput>(count);
        foreach (var gate in outage.Gates)
            if (PartOf(gate.Key.Body) is var part and >= 0)
                gates[part].Add(gate);
        var hits = Lists<HitGroupInput>(count);
        foreach (var group in outage.Hits)
            foreach (var (part, own) in Cut(group))
                hits[part].Add(own);
        var order = Lists<EntityRef>(count);
        foreach (var resource in options.RestartOrder ?? []) order[PartOf(resource.Body)].Add(resource);
        return
        [
            .. Enumerable.Range(0, count).Select(part => new RegionPart(
                new() { Bodies = [.. bodies[part].Select(body => region.Bodies[body])] },
                outage with { Gates = gates[part], Hits = hits[part] },
                options with { RestartOrder = options.RestartOrder is null ? null : order[part] },
                [.. bodies[part]])),
        ];
    }

    private static List<T>[] Lists<T>(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<T>())];

    // A group for each part that it hits; each keeps its name, and so its luck.
    private IEnumerable<(int Part, HitGroupInput Own)> Cut(HitGroupInput group)
    {
        var members = group.Members.ToLookup(m => PartOf(m.Resource.Body));
        var groups = group.Groups.SelectMany(Cut).ToLookup(g => g.Part, g => g.Own);
        return members.Select(m => m.Key).Union(groups.Select(g => g.Key)).Order().Select(part => (part, group with { Members = [.. members[part]], Groups = [.. groups[part]] }));
    }

    private int PartOf(string body) => _partOfLeader.GetValueOrDefault(Leader(_numbers[body]), -1);

    private void JoinHits(HitGroupInput group)
    {
        foreach (var hit in group.Members)
            foreach (var gate in hit.Gates)
                Join(Number(hit.Resource.Body), _gateOwners[gate]);
        foreach (var inner in group.Groups) JoinHits(inner);
    }

    private void JoinNeeds(string body, IReadOnlyList<NeedGroupInput> groups)
    {
        foreach (var group in groups)
            foreach (var member in group.Members)
                Join(body, member.Resource.Body);
    }

    private int Number(string body)
    {
        if (!_numbers.TryGetValue(body, out var number))
        {
            _numbers.Add(body, number = _leader.Count);
            _leader.Add(number);
        }

        return number;
    }

    private void Join(string one, string other) => Join(Number(one), Number(other));

    // The lesser number leads, so that parts are found in the order of the input.
    private void Join(int one, int other)
    {
        (one, other) = (Leader(one), Leader(other));
        if (one == other) return;
        _leader[Math.Max(one, other)] = Math.Min(one, other);
    }

    private int Leader(int number)
    {
        while (_leader[number] != number) number = _leader[number] = _leader[_leader[number]];
        return number;
    }
}
