using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Points;

/// <summary>Chooses the draws that matter most: the more services depend on what is drawn, and the more hours it decides about, the earlier.</summary>
internal sealed class PointPlanner
{
    /// <summary>Hours that are taken to hang on whether a group is hit at all, and on how severely.</summary>
    private const double GroupHours = 200;

    private readonly RegionIndex _index;
    private readonly RequirementTable _table;
    private readonly Dictionary<EntityRef, int> _servicesAfterGate = [];
    private readonly HashSet<EntityRef> _damaged = [];
    private readonly List<(ulong Draw, double Weight)> _found = [];
    private readonly Dictionary<Distribution, double> _spreads = [];

    private PointPlanner(RegionInput region, OutageInput outage)
    {
        _index = new(region, outage);
        _table = new(_index);
    }

    /// <summary>What all bodies share.</summary>
    public static ulong[] Shared { get; } = [Chance.DrawOf(Chance.Entity(), ChancePurpose.Slip), Chance.DrawOf(Chance.Entity(), ChancePurpose.Severity)];

    /// <summary>Draws by weight, the greatest first.</summary>
    public static ulong[] Draws(RegionInput region, OutageInput outage)
    {
        var planner = new PointPlanner(region, outage);
        if (outage.Slip is not FixedValue) planner.Add(ChancePurpose.Slip, double.PositiveInfinity);
        planner.AddGroups(outage);
        planner.AddGates(outage);
        foreach (var body in region.Bodies) planner.AddBody(body);
        return [.. planner._found.OrderByDescending(d => d.Weight).ThenBy(d => d.Draw).Select(d => d.Draw).Distinct().Take(SobolNumbers.Dimensions)];
    }

    private int ServicesOf(EntityRef resource) => _table[_index.Resource(resource)].Services;

    private void AddGroups(OutageInput outage)
    {
        var groups = HitGroups.Flatten(outage);
        var services = new int[groups.Count];
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            var (group, parent) = groups[i];
            foreach (var hit in group.Members) services[i] = Math.Max(services[i], AddHit(group, hit));
            if (parent >= 0) services[parent] = Math.Max(services[parent], services[i]);
            else Add(ChancePurpose.Severity, services[i] * GroupHours * Math.Abs(group.ChanceBySeverity));
            Add(ChancePurpose.GroupHit, services[i] * GroupHours * Spread(group.Chance, group.ChanceBySeverity), group.Key.Body, group.Key.Key);
            var slope = group.Members.Select(m => m.ChanceBySeverity).Concat(group.Groups.Select(g => g.ChanceBySeverity)).Select(Math.Abs).DefaultIfEmpty().Max();
            Add(ChancePurpose.Severity, services[i] * GroupHours * slope, group.Key.Body, group.Key.Key);
        }
    }

    private int AddHit(HitGroupInput group, HitInput hit)
    {
        var number = _index.Resource(hit.Resource);
        var (services, resource) = (_table[number].Services, _index.Resources[number].Input);
        if (hit.Kind == HitKind.Damaged) _damaged.Add(hit.Resource);
        foreach (var gate in hit.Gates) _servicesAfterGate[gate] = Math.Max(services, _servicesAfterGate.GetValueOrDefault(gate));
        var hours = hit.Kind == HitKind.Damaged ? HoursOf(resource) : 0;
        Add(ChancePurpose.MemberHit, services * hours * Spread(hit.Chance, hit.ChanceBySeverity), group.Key.Body, group.Key.Key, hit.Resource.Body, hit.Resource.Key);
        return services;
    }

    // As many services wait for a gate as for any gate after it.
    private void AddGates(OutageInput outage)
    {
        for (var (isSettled, round) = (false, 0); !isSettled && round < outage.Gates.Count; round++)
        {
            isSettled = true;
            foreach (var gate in outage.Gates)
                foreach (var before in gate.After)
                    if (_servicesAfterGate.GetValueOrDefault(gate.Key) is var later && later > _servicesAfterGate.GetValueOrDefault(before))
                        (_servicesAfterGate[before], isSettled) = (later, false);
        }

        foreach (var gate in outage.Gates) Add(ChancePurpose.GateDuration, _servicesAfterGate.GetValueOrDefault(gate.Key) * Spread(gate.Duration), gate.Key.Body, gate.Key.Key);
    }

    private void AddBody(BodyInput body)
    {
        var most = 0;
        foreach (var resource in body.Resources)
        {
            var name = new EntityRef(body.Key, resource.Key);
            var services = ServicesOf(name);
            most = Math.Max(most, services);
            if (!_damaged.Contains(name)) continue;
            Add(ChancePurpose.RestoreWork, services * Spread(resource.RestoreWork) / Parts(resource), name.Body, name.Key);
            Add(ChancePurpose.Waiting, services * Spread(resource.Waiting), name.Body, name.Key);
            Add(ChancePurpose.Backup, services * HoursOf(resource) * (resource.RebuildFactor - 1) * Spread(resource.BackupUsable, 0), name.Body, name.Key);
            if (resource.Batches == 1) Add(ChancePurpose.RestartTest, services * HoursOf(resource) * resource.RestartRepeat * Spread(resource.RestartFailure, 0), name.Body, name.Key);
        }

        foreach (var help in body.Team.Help) Add(ChancePurpose.HelpDelay, most * Spread(help.Delay), body.Key, help.Key);
    }

    private void Add(ChancePurpose purpose, double weight, params ReadOnlySpan<string> keys)
    {
        if (weight > 0) _found.Add((Chance.DrawOf(Chance.Entity(keys), purpose), weight));
    }

    private static double HoursOf(ResourceInput resource) => resource.RestoreWork.Quantile(0.5) / Parts(resource);

    private static int Parts(ResourceInput resource) => Math.Max(resource.Batches, resource.MaxPeople);

    // Many resources share a distribution, and some quantiles cost much.
    private double Spread(Distribution distribution)
    {
        if (!_spreads.TryGetValue(distribution, out var spread)) _spreads.Add(distribution, spread = SpreadOf(distribution));
        return spread;
    }

    // Standard deviation, far tails left out.
    private static double SpreadOf(Distribution distribution)
    {
        const int Points = 16;
        if (distribution is FixedValue) return 0;
        double[] values = [.. Enumerable.Range(0, Points).Select(i => distribution.Quantile((i + 0.5) / Points))];
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / Points);
    }

    private static double Spread(double chance, double bySeverity)
    {
        var middle = Math.Clamp(chance + bySeverity / 2, 0, 1);
        return Math.Sqrt(middle * (1 - middle));
    }
}
