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
        return [.. graph.Resources
            .Select(lost => new SinglePoint(lost.Body, lost.Key, [.. own.Where(s => graph.CapacityWithout(body.Key, s.Value.Needs, lost) < s.Value.EmergencyLevel).Select(s => s.Key)]))
            .Where(p => p.Services.Count > 0)
            .OrderByDescending(p => p.Services.Count).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }
}

/// <summary>A resource whose loss alone stops these services.</summary>
public sealed record SinglePoint(string Body, string Key, IReadOnlyList<string> Services);
