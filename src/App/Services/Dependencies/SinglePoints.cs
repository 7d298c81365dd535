namespace ResilienceMonitor.Services.Dependencies;

/// <summary>
/// Finds single points of failure: resources whose loss alone takes services below their emergency level. A resource of the
/// provider counts as one too. Substitutes are not counted in: they say how to bear it, not whether it fails.
/// </summary>
public static class SinglePoints
{
    /// <summary>Most services first.</summary>
    public static IReadOnlyList<SinglePoint> Find(ModelSet set, BodyModel body)
    {
        var graph = new CapacityGraph(set);
        var own = body.Services.Where(s => s.Value.Responsibility == Responsibility.Own && s.Value.Needs.Count > 0).ToList();
        var needs = own.Select(s => graph.Read(body.Key, s.Value.Needs)).ToList();
        return [.. graph.Resources
            .Select((lost, number) => new SinglePoint(lost.Body, lost.Key, [.. own.Zip(graph.CapacitiesWithout(number, needs)).Where(s => s.Second < s.First.Value.EmergencyLevel).Select(s => s.First.Key)]))
            .Where(p => p.Services.Count > 0)
            .OrderByDescending(p => p.Services.Count).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }
}

/// <summary>A resource whose loss alone stops these services.</summary>
public sealed record SinglePoint(string Body, string Key, IReadOnlyList<string> Services);
