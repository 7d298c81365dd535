using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Scenarios;

/// <summary>The gates of a scenario for the bodies concerned: a rule of the target makes one gate at each target, a rule of the customers one at each customer.</summary>
internal sealed class GateNames(ScenarioContent scenario, IReadOnlyList<BodyModel> targets, IReadOnlyList<BodyModel> customers)
{
    public IEnumerable<GateInput> Compile() =>
        scenario.Gates.SelectMany(rule => (rule.Owner == HitOwner.Target ? targets : customers).Select(owner => Gate(rule, owner)));

    /// <summary>Gates by key as the given body sees them: its own, else those of the target.</summary>
    public IReadOnlyList<EntityRef> For(string body, IReadOnlyList<string> keys) => [.. keys.SelectMany(key => Find(body, key))];

    private IEnumerable<EntityRef> Find(string body, string key)
    {
        var rule = scenario.Gates.FirstOrDefault(g => g.Key == key && Owners(g).Any(o => o.Key == body)) ?? scenario.Gates.FirstOrDefault(g => g.Key == key);
        if (rule is null) return [];
        return Owners(rule).Any(o => o.Key == body) ? [Name(body, key)] : Owners(rule).Select(o => Name(o.Key, key));
    }

    private IReadOnlyList<BodyModel> Owners(GateRule rule) => rule.Owner == HitOwner.Target ? targets : customers;

    private GateInput Gate(GateRule rule, BodyModel owner) => new()
    {
        Key = Name(owner.Key, rule.Key),
        Duration = rule.Duration.ToDistribution(),
        SlipExponent = rule.SlipExponent,
        After = For(owner.Key, rule.After),
        AfterResources = [.. owner.Resources.Where(r => rule.AfterKinds.Contains(r.Value.Kind)).Select(r => new EntityRef(owner.Key, r.Key))],
        DetectedBy = !rule.Detects ? [] : rule.Owner == HitOwner.Target ? [owner.Key, .. customers.Select(c => c.Key)] : [owner.Key],
    };

    private static EntityRef Name(string body, string key) => new(body, $"gate:{key}");
}
