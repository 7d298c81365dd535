using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>The luck of one run, drawn again for every question straight from the description of the random function.</summary>
internal sealed class SlowDraws(OutageInput outage, ulong seed, int run)
{
    public double Slip { get; } = outage.Slip.Quantile(Chance.Uniform(seed, run, Chance.Entity(), ChancePurpose.Slip));

    /// <summary>Kind and gates of the hit that counts; null: not hit.</summary>
    public (HitKind Kind, HashSet<EntityRef> Gates)? HitOf(EntityRef resource)
    {
        var hits = Happened(outage.Hits, Severity()).Where(hit => hit.Resource == resource).ToArray();
        if (hits.Length == 0) return null;
        var kind = hits.Max(hit => hit.Kind);
        return (kind, [.. hits.Where(hit => hit.Kind == kind).SelectMany(hit => hit.Gates)]);
    }

    public double Draw(Distribution distribution, ChancePurpose purpose, params ReadOnlySpan<string> keys)
        => distribution.Quantile(Chance.Uniform(seed, run, Chance.Entity(keys), purpose));

    public bool Happens(double chance, ChancePurpose purpose, params ReadOnlySpan<string> keys) => Chance.Uniform(seed, run, Chance.Entity(keys), purpose) < chance;

    private double Severity(params ReadOnlySpan<string> keys) => Chance.Uniform(seed, run, Chance.Entity(keys), ChancePurpose.Severity);

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
