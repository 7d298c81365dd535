using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Required times and what goes with them for every resource, by its number in a <see cref="RegionIndex"/>.</summary>
internal sealed class RequirementTable
{
    private const int Nobody = -1;

    private readonly RegionIndex _index;
    private readonly Row[] _rows;

    public RequirementTable(RegionIndex index)
    {
        _index = index;
        _rows = new Row[index.Resources.Count];
        Array.Fill(_rows, new Row(double.PositiveInfinity, double.PositiveInfinity, 0, 0, 0, default, Nobody));
        foreach (var (name, service) in index.Services)
        {
            var required = service.Rto ?? service.Mtpd ?? double.PositiveInfinity;
            PassOn(name, Nobody, service.Needs, new(required, service.Rpo ?? double.PositiveInfinity, service.EmergencyLevel, 0, 0, default, Nobody));
        }

        // What depends on a resource is complete before the resource passes it on.
        var order = new WaitGraph(index, null).Walk().Order;
        for (var i = order.Count - 1; i >= 0; i--)
            if (order[i] < _rows.Length)
                PassOnFrom(order[i]);
        CountCases();
    }

    /// <summary>
    /// What is required of a resource. Required time: the override of a person, else the least of what depends on it. The setter is the
    /// dependent it came from (number -1: a service); it means something only if the time is finite and not overridden.
    /// </summary>
    public readonly record struct Row(double RequiredTime, double RequiredDataLoss, double EmergencyLevel, double CasesPerWeek, int Services, EntityRef Setter, int SetterNumber);

    public Row this[int resource] => _rows[resource];

    /// <summary>From the resource over what needs it up to what sets its required time.</summary>
    public IReadOnlyList<EntityRef> PathFrom(int resource)
    {
        if (double.IsPositiveInfinity(_rows[resource].RequiredTime) || IsOverridden(resource)) return [];
        var path = new List<EntityRef> { _index.Resources[resource].Ref };
        var at = resource;
        while (at != Nobody && !IsOverridden(at))
        {
            path.Add(_rows[at].Setter);
            at = _rows[at].SetterNumber;
        }

        return path;
    }

    public bool IsOverridden(int resource) => _index.Resources[resource].Input.RequiredTimeOverride is not null;

    private void PassOnFrom(int resource)
    {
        var (name, input) = _index.Resources[resource];
        if (input.RequiredTimeOverride is { } required) _rows[resource] = _rows[resource] with { RequiredTime = required };
        var row = _rows[resource];
        PassOn(name, resource, input.Needs, row);

        // Any member of a prerequisite group will do, at any capacity, and whatever data it has.
        PassOn(name, resource, input.Prerequisites ?? [], row with { RequiredDataLoss = double.PositiveInfinity, EmergencyLevel = 0 });
    }

    private void PassOn(EntityRef owner, int ownerNumber, IReadOnlyList<NeedGroupInput> groups, Row row)
    {
        foreach (var group in groups)
            foreach (var member in group.Members)
                if (!group.Members.Any(other => other.Resource != member.Resource && Level.Reached(other.Capacity, row.EmergencyLevel)))
                    Inherit(_index.Resource(member.Resource), owner, ownerNumber, row);
    }

    private void Inherit(int member, EntityRef owner, int ownerNumber, Row from)
    {
        var row = _rows[member];
        var setsTime = from.RequiredTime < row.RequiredTime
            || (double.IsFinite(from.RequiredTime) && from.RequiredTime == row.RequiredTime && EntityOrder.Compare(owner, row.Setter) < 0);
        _rows[member] = row with
        {
            RequiredTime = Math.Min(row.RequiredTime, from.RequiredTime),
            RequiredDataLoss = Math.Min(row.RequiredDataLoss, from.RequiredDataLoss),
            EmergencyLevel = Math.Max(row.EmergencyLevel, from.EmergencyLevel),
            Setter = setsTime ? owner : row.Setter,
            SetterNumber = setsTime ? ownerNumber : row.SetterNumber,
        };
    }

    // Each service counts once for a resource, over however many ways it depends on it, alternatives included.
    private void CountCases()
    {
        var needed = Needed();
        var (seenBy, cases, services) = (new int[_rows.Length], new double[_rows.Length], new int[_rows.Length]);
        Array.Fill(seenBy, Nobody);
        var open = new Stack<int>();
        for (var service = 0; service < _index.Services.Count; service++)
        {
            var input = _index.Services[service].Input;
            foreach (var group in input.Needs)
                foreach (var member in group.Members) Visit(_index.Resource(member.Resource), service);
            while (open.TryPop(out var resource))
            {
                cases[resource] += input.CasesPerWeek;
                services[resource]++;
                foreach (var number in needed[resource]) Visit(number, service);
            }
        }

        for (var i = 0; i < cases.Length; i++) _rows[i] = _rows[i] with { CasesPerWeek = cases[i], Services = services[i] };

        void Visit(int number, int service)
        {
            if (seenBy[number] == service) return;
            seenBy[number] = service;
            open.Push(number);
        }
    }

    // What each resource needs, or waits for before work on it begins.
    private IntLists Needed() => new([.. _index.Resources.Select(r => r.Input.Needs.Concat(r.Input.Prerequisites ?? []).SelectMany(g => g.Members).Select(m => _index.Resource(m.Resource)).Distinct().ToArray())]);
}
