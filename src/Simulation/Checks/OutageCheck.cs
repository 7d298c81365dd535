using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Checks an outage against its region: keys, references and ranges.</summary>
internal sealed class OutageCheck(RegionIndex index, ProblemList problems)
{
    public void Check(OutageInput outage)
    {
        var nobody = new EntityRef("", "outage");
        problems.Range(nobody, "Starts", outage.Starts, 1, InputLimits.Starts);
        problems.Draws(nobody, "Slip", outage.Slip);
        CheckGates(outage);
        var keys = new HashSet<EntityRef>();
        foreach (var (group, _) in HitGroups.Flatten(outage))
        {
            problems.Unique(keys, group.Key, group.Key, "Hit group");
            CheckChance(group.Key, "Chance", group.Chance, group.ChanceBySeverity);
            foreach (var hit in group.Members) CheckHit(group.Key, hit);
        }
    }

    private void CheckGates(OutageInput outage)
    {
        var keys = new HashSet<EntityRef>();
        foreach (var gate in outage.Gates)
        {
            problems.Unique(keys, gate.Key, gate.Key, "Gate");
            problems.Draws(gate.Key, "Duration", gate.Duration);
            problems.Range(gate.Key, "SlipExponent", gate.SlipExponent, 0, InputLimits.SlipExponent);
            CheckGateRefs(gate.Key, gate.After);
            foreach (var resource in gate.AfterResources)
                if (index.Resource(resource) < 0) problems.Unknown(gate.Key, resource, "resource");
            foreach (var body in gate.DetectedBy)
                if (index.Body(body) < 0) problems.Unknown(gate.Key, new(body, ""), "body");
        }
    }

    private void CheckHit(EntityRef group, HitInput hit)
    {
        CheckChance(group, $"Chance of {hit.Resource}", hit.Chance, hit.ChanceBySeverity);
        if (!Enum.IsDefined(hit.Kind)) problems.OutOfRange(group, $"Kind of {hit.Resource}", (int)hit.Kind, "the kinds of hits");
        if (index.Resource(hit.Resource) < 0) problems.Unknown(group, hit.Resource, "resource");
        CheckGateRefs(hit.Resource, hit.Gates);
    }

    private void CheckChance(EntityRef group, string name, double chance, double bySeverity)
    {
        problems.Range(group, name, chance, 0, 1);
        if (bySeverity != 0) problems.Range(group, $"{name} at the greatest severity", chance + bySeverity, 0, 1);
    }

    private void CheckGateRefs(EntityRef from, IReadOnlyList<EntityRef> gates)
    {
        foreach (var gate in gates)
            if (index.Gate(gate) < 0) problems.Unknown(from, gate, "gate");
    }
}
