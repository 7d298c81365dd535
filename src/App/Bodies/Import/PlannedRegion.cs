using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>The region a list describes.</summary>
/// <param name="Key">For example <c>region:suedwestfalen</c>.</param>
/// <param name="Content">Name and members, the keys sorted; providers are no members.</param>
/// <param name="Provider">Key of the provider that serves more than half of the members; null: none does.</param>
public sealed record PlannedRegion(string Key, RegionContent Content, string? Provider)
{
    internal static PlannedRegion? Of(string name, IReadOnlyList<PlannedBody> bodies, ImportRun import)
    {
        if (bodies.Count > Limits.BodiesPerRegion)
        {
            import.Warnings.Add(() => ImportTexts.Problem(ImportCode.RegionTooLarge, bodies.Count, Limits.BodiesPerRegion));
            return null;
        }

        var most = bodies.SelectMany(b => b.Content.Providers).CountBy(p => p).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault();
        return new PlannedRegion(
            BodyKeys.Region(name),
            new RegionContent { Name = name, Members = [.. bodies.Select(b => b.Key).Order(StringComparer.Ordinal)], Origin = import.Origin },
            most.Value * 2 > bodies.Count ? most.Key : null);
    }
}
