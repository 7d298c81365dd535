using ResilienceMonitor.Scenarios;

namespace ResilienceMonitor.Measures;

/// <summary>Effects on gates and on the yearly chance. A body cannot shorten a gate of its provider, nor a provider one of its customers.</summary>
internal static class ScenarioPatch
{
    public static ScenarioContent Gates(ScenarioContent scenario, bool byProvider, MeasureEffect effect) => scenario with
    {
        Gates = [.. scenario.Gates.Select(g => InReach(scenario, g.Owner, byProvider) && (effect.Gates.Count == 0 || effect.Gates.Contains(g.Key))
            ? g with { Duration = EffectFilter.Scale(effect, g.Duration) }
            : g)],
    };

    public static ScenarioContent Chance(ScenarioContent scenario, bool byProvider, MeasureEffect effect) => InReach(scenario, HitOwner.Target, byProvider) && Concerns(scenario, effect)
        ? scenario with { YearlyChance = EffectFilter.Share(effect, scenario.YearlyChance) }
        : scenario;

    /// <summary>
    /// An effect that names gates concerns only scenarios that have one of them: what keeps attackers out does nothing against
    /// fire or power cuts, and it is the forensics gate that tells them apart.
    /// </summary>
    public static bool Concerns(ScenarioContent scenario, MeasureEffect effect) =>
        effect.Gates.Count == 0 || scenario.Gates.Any(g => effect.Gates.Contains(g.Key));

    private static bool InReach(ScenarioContent scenario, HitOwner owner, bool byProvider) =>
        byProvider == (scenario.Target == ScenarioTarget.Provider && owner == HitOwner.Target);
}
