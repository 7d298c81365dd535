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

    public static ScenarioContent Chance(ScenarioContent scenario, bool byProvider, MeasureEffect effect) => InReach(scenario, HitOwner.Target, byProvider)
        ? scenario with { YearlyChance = EffectFilter.Share(effect, scenario.YearlyChance) }
        : scenario;

    private static bool InReach(ScenarioContent scenario, HitOwner owner, bool byProvider) =>
        byProvider == (scenario.Target == ScenarioTarget.Provider && owner == HitOwner.Target);
}
