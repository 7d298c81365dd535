using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Cuts a model into units and compiles each.</summary>
internal sealed class UnitCompiler
{
    private readonly CompiledModel _model;
    private readonly int[] _unitOfBody;
    private readonly int[] _unitOfGate;
    private readonly int[] _local;

    private UnitCompiler(CompiledModel model)
    {
        _model = model;
        _local = new int[model.Resources.Length];
        var components = new Components(model);
        (_unitOfBody, _unitOfGate) = (components.OfBodies, components.OfGates);
        Count = components.Count;
    }

    private int Count { get; }

    /// <summary>The units of a model, each after those it waits for.</summary>
    public static (UnitModel[] Units, int[] OfBodies, int[] OfGates) Compile(CompiledModel model)
    {
        var compiler = new UnitCompiler(model);
        var (bodies, gates) = (new List<int>[compiler.Count], new List<int>[compiler.Count]);
        for (var i = 0; i < compiler.Count; i++) (bodies[i], gates[i]) = ([], []);
        for (var body = 0; body < model.Bodies.Length; body++) bodies[compiler._unitOfBody[body]].Add(body);
        for (var gate = 0; gate < model.Outage.Gates.Length; gate++) gates[compiler._unitOfGate[gate]].Add(gate);
        return ([.. bodies.Zip(gates).Select((parts, unit) => compiler.Unit(unit, parts.First, parts.Second))], compiler._unitOfBody, compiler._unitOfGate);
    }

    private UnitModel Unit(int unit, List<int> bodyNumbers, List<int> gates)
    {
        var bodies = bodyNumbers.Select(b => _model.Bodies[b]).ToArray();
        var resources = bodies.SelectMany(b => b.ByRank).ToArray();
        for (var i = 0; i < resources.Length; i++) _local[resources[i]] = i;
        var firstOfBody = new int[bodies.Length + 1];
        for (var i = 0; i < bodies.Length; i++) firstOfBody[i + 1] = firstOfBody[i] + bodies[i].ByRank.Length;
        var needSlot = new int[resources.Length];
        var slot = resources.Length;
        for (var i = 0; i < resources.Length; i++) needSlot[i] = _model.Resources[resources[i]].Input.Prerequisites is null ? -1 : slot++;
        var gateSlot = slot;

        var terms = new Terms(_model, resource => IsIn(unit, resource) ? _local[resource] : -1, gateSlot + gates.Count, resources.Length);
        for (var i = 0; i < resources.Length; i++)
        {
            terms.AddGroups(i, _model.Prerequisites, resources[i]);
            if (needSlot[i] >= 0) terms.AddGroups(needSlot[i], _model.Needs, resources[i]);
        }

        var places = gates.Index().ToDictionary(g => g.Item, g => g.Index);
        for (var i = 0; i < gates.Count; i++)
        {
            var gate = _model.Outage.Gates[gates[i]];
            foreach (var resource in gate.AfterResources) terms.AddSingle(gateSlot + i, resource);
            foreach (var before in gate.After)
                if (places.TryGetValue(before, out var place)) terms.AddGate(gateSlot + i, place);
                else terms.AddOutsideGate(gateSlot + i, before);
        }

        var sets = new List<int[]>();
        var compiled = new UnitModel
        {
            Bodies = bodies,
            BodyNumbers = [.. bodyNumbers],
            Resources = resources,
            FirstOfBody = firstOfBody,
            BodyOf = [.. bodies.SelectMany((b, i) => Enumerable.Repeat(i, b.ByRank.Length))],
            Parts = [.. resources.Select(r => _model.Resources[r].Parts)],
            IsFleet = [.. resources.Select(r => _model.Resources[r].IsFleet)],
            NeedSlot = needSlot,
            Gates = [.. gates],
            FirstGateSlot = gateSlot,
            Terms = terms.Count,
            SlotsAfter = new(terms.SlotsAfter),
            GroupsWith = new(terms.GroupsWith),
            SlotOfGroup = [.. terms.SlotOfGroup],
            GroupSize = [.. terms.GroupSize],
            GroupOutside = [.. terms.GroupOutside],
            OutsideOf = terms.Outside(),
            GateSlotsAfterGate = new(terms.SlotsAfterGate(gates.Count)),
            ResourcesAfterGate = new([.. gates.Select(g => _model.Outage.ResourcesAfterGate[g].ToArray().Where(r => IsIn(unit, r)).Select(r => _local[r]).ToArray())]),
            GatesBefore = new([.. resources.Select(r => GatesOf(r).Where(places.ContainsKey).Distinct().Select(g => places[g]).ToArray())]),
            GateSet = [.. resources.Select(r => GateSet(r, places, sets))],
            GateSets = [.. sets],
            Needs = [.. resources.Select(r => GroupsOf(r).Where(g => g.Any(m => IsIn(unit, m))).ToArray())],
            InOrder = [.. resources.Index().OrderBy(r => r.Item).Select(r => r.Index)],
        };
        compiled.Lockstep = LockstepPlan.Of(_model, compiled);
        return compiled;
    }

    private IEnumerable<int[]> GroupsOf(int resource)
    {
        var (first, end) = _model.Needs.Groups(resource);
        for (var group = first; group < end; group++)
        {
            var (from, to) = _model.Needs.Members(group);
            yield return [.. Enumerable.Range(from, to - from).Select(_model.Needs.Resource)];
        }
    }

    private IEnumerable<int> GatesOf(int resource)
    {
        foreach (var hit in _model.Outage.HitsOfResource[resource].ToArray())
            foreach (var gate in _model.Outage.Hits[hit].Gates)
                yield return gate;
    }

    private int GateSet(int resource, Dictionary<int, int> places, List<int[]> sets)
    {
        var hits = _model.Outage.HitsOfResource[resource].ToArray().Select(hit => _model.Outage.Hits[hit].Gates.Distinct().Order().ToArray()).ToArray();
        if (hits.Length == 0 || hits.Any(h => !h.AsSpan().SequenceEqual(hits[0])) || hits[0].Any(places.ContainsKey)) return -1;
        var known = sets.FindIndex(s => s.AsSpan().SequenceEqual(hits[0]));
        if (known >= 0) return known;
        sets.Add(hits[0]);
        return sets.Count - 1;
    }

    private bool IsIn(int unit, int resource) => _unitOfBody[_model.Resources[resource].Body] == unit;

    /// <summary>Collects who waits for what.</summary>
    private sealed class Terms
    {
        private readonly CompiledModel _model;
        private readonly Func<int, int> _localOf;
        private readonly List<int>[] _outsideResources;
        private readonly List<int[]>[] _outsideGroups;
        private readonly List<int>[] _outsideGates;
        private readonly List<(int Slot, int Gate)> _gates = [];

        public Terms(CompiledModel model, Func<int, int> localOf, int slots, int resources)
        {
            (_model, _localOf, Count) = (model, localOf, new int[slots]);
            (_outsideResources, _outsideGroups, _outsideGates) = (new List<int>[slots], new List<int[]>[slots], new List<int>[slots]);
            for (var i = 0; i < slots; i++) (_outsideResources[i], _outsideGroups[i], _outsideGates[i]) = ([], [], []);
            (SlotsAfter, GroupsWith) = (new List<int>[resources], new List<int>[resources]);
            for (var i = 0; i < resources; i++) (SlotsAfter[i], GroupsWith[i]) = ([], []);
        }

        public int[] Count { get; }

        public List<int>[] SlotsAfter { get; }

        public List<int>[] GroupsWith { get; }

        public List<int> SlotOfGroup { get; } = [];

        public List<int> GroupSize { get; } = [];

        public List<int[]> GroupOutside { get; } = [];

        public void AddGroups(int slot, NeedTable needs, int owner)
        {
            var (first, end) = needs.Groups(owner);
            for (var group = first; group < end; group++)
            {
                var (from, to) = needs.Members(group);
                AddGroup(slot, [.. Enumerable.Range(from, to - from).Select(needs.Resource).Distinct()]);
            }
        }

        public void AddSingle(int slot, int resource)
        {
            if (_localOf(resource) is var local and >= 0)
            {
                // A second way to the same resource is no second term.
                if (SlotsAfter[local].Contains(slot)) return;
                SlotsAfter[local].Add(slot);
                Count[slot]++;
            }
            else
            {
                _outsideResources[slot].Add(resource);
            }
        }

        public void AddGate(int slot, int gate)
        {
            if (_gates.Contains((slot, gate))) return;
            _gates.Add((slot, gate));
            Count[slot]++;
        }

        public void AddOutsideGate(int slot, int gate) => _outsideGates[slot].Add(gate);

        public Outside?[] Outside() =>
        [
            .. Enumerable.Range(0, Count.Length).Select(slot => _outsideResources[slot].Count + _outsideGroups[slot].Count + _outsideGates[slot].Count == 0
                ? null
                : new Outside([.. _outsideResources[slot].Distinct()], [.. _outsideGroups[slot]], [.. _outsideGates[slot].Distinct()])),
        ];

        public IReadOnlyList<int[]> SlotsAfterGate(int gates) => [.. Enumerable.Range(0, gates).Select(gate => _gates.Where(g => g.Gate == gate).Select(g => g.Slot).ToArray())];

        private void AddGroup(int slot, int[] members)
        {
            var inside = members.Select(_localOf).Where(local => local >= 0).ToArray();
            if (members.Length == 1)
            {
                AddSingle(slot, members[0]);
            }
            else if (inside.Length == 0)
            {
                _outsideGroups[slot].Add(members);
            }
            else
            {
                foreach (var local in inside) GroupsWith[local].Add(SlotOfGroup.Count);
                SlotOfGroup.Add(slot);
                GroupSize.Add(inside.Length);
                GroupOutside.Add([.. members.Where(m => _localOf(m) < 0)]);
                Count[slot]++;
            }
        }
    }
}
