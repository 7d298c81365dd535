using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>The luck of one run, drawn again for every question straight from the description of the random function.</summary>
internal sealed class SlowDraws(OutageInput outage, ChanceSource chance, int run)
{
    public double Slip { get; } = outage.Slip.Quantile(chance.Stream(ChancePurpose.Slip).Uniform(run));

    /// <summary>Kind and gates of the hit that counts; null: not hit.</summary>
    public (HitKind Kind, HashSet<EntityRef> Gates)? HitOf(EntityRef resource)
    {
        var hits = Happened(outage.Hits, Severity()).Where(hit => hit.Resource == resource).ToArray();
        if (hits.Length == 0) return null;
        var kind = hits.Max(hit => hit.Kind);
        return (kind, [.. hits.Where(hit => hit.Kind == kind).SelectMany(hit => hit.Gates)]);
    }

    public double Draw(Distribution distribution, ChancePurpose purpose, params ReadOnlySpan<string> keys)
        => distribution.Quantile(Uniform(purpose, keys));

    public bool Happens(double share, ChancePurpose purpose, params ReadOnlySpan<string> keys) => Uniform(purpose, keys) < share;

    private double Severity(params ReadOnlySpan<string> keys) => Uniform(ChancePurpose.Severity, keys);

    private double Uniform(ChancePurpose purpose, params ReadOnlySpan<string> keys) => chance.Stream(purpose, keys).Uniform(run);

    private IEnumerable<HitInput> Happened(IReadOnlyList<HitGroupInput> groups, double around)
    {
        foreach (var group in groups.Where(g => Happens(g.Chance + g.ChanceBySeverity * around, ChancePurpose.GroupHit, g.Key.Body, g.Key.Key)))
        {
            var severity = Severity(group.Key.Body, group.Key.Key);
            foreach (var hit in group.Members)
                if (Happens(hit.Chance + hit.ChanceBySeverity * severity, ChancePurpose.MemberHit, group.Key.Body, group.Key.Key, hit.Resource.Body, hit.Resource.Key))
                    yield return hit;
            foreach (var hit in Happened(group.Groups, severity)) yield return hit;
        }
    }
}
