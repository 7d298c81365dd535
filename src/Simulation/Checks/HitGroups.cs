using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>The tree of hit groups as a list in which an enclosing group comes before its groups.</summary>
internal static class HitGroups
{
    /// <summary>Every group with the position of the group around it (-1: none). Not recursive, so any depth is fine.</summary>
    public static List<(HitGroupInput Group, int Parent)> Flatten(OutageInput outage)
    {
        var list = new List<(HitGroupInput Group, int Parent)>();
        foreach (var group in outage.Hits) list.Add((group, -1));
        for (var i = 0; i < list.Count; i++)
            foreach (var inner in list[i].Group.Groups)
                list.Add((inner, i));
        return list;
    }
}
