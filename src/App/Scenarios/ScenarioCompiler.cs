using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Scenarios;

/// <summary>Applies the rules of a scenario to the models: which resources are hit, and which gates stand before their return.</summary>
public static class ScenarioCompiler
{
    /// <param name="scenario">The rules.</param>
    /// <param name="set">The models.</param>
    /// <param name="provider">Key of the provider that falls; null: the main provider of the first body asked for.</param>
    /// <param name="adjust">Changes the chances of a single resource (measures); null: none.</param>
    /// <param name="starts">Number of starts.</param>
    public static Result<CompiledScenario> Compile(ScenarioContent scenario, ModelSet set, string? provider, HitAdjustment? adjust, int starts)
    {
        var targets = set.Asked.Where(m => m.Body.Kind != Bodies.BodyKind.Provider).ToList();
        IReadOnlyList<BodyModel> customers = [];
        if (scenario.Target == ScenarioTarget.Provider)
        {
            var key = provider ?? set.Asked.Select(MainProvider).OfType<string>().FirstOrDefault();
            if (key is null || set.All.FirstOrDefault(m => m.Key == key) is not { } fallen)
                return provider is null ? Refusal.Of<ScenariosTexts>("scenario.no-provider") : Refusal.Of<ScenariosTexts>("scenario.unknown-provider", provider);
            customers = [.. targets.Where(m => DependsOn(m, key))];
            targets = [fallen];
        }

        var gates = new GateNames(scenario, targets, customers);
        var outage = new OutageInput
        {
            Slip = scenario.Slip.ToDistribution(),
            Starts = starts,
            Gates = [.. gates.Compile()],
            Hits = [.. scenario.Hits.SelectMany(rule => (rule.Owner == HitOwner.Target ? targets : customers)
                .SelectMany(owner => HitGroups.Of(rule, owner, gates, adjust)))],
        };
        return new CompiledScenario(outage, targets.Where(t => t.Body.Kind == Bodies.BodyKind.Provider).Select(t => t.Key).ToHashSet(StringComparer.Ordinal));
    }

    private static bool DependsOn(BodyModel model, string provider) =>
        model.Body.Providers.Contains(provider) || MainProvider(model) == provider;

    /// <summary>The first provider named, else the one its services refer to.</summary>
    public static string? MainProvider(BodyModel model) => model.Body.Providers.Count > 0
        ? model.Body.Providers[0]
        : model.Services.Values.SelectMany(s => s.Needs).SelectMany(g => g.Members)
            .Select(m => ResourceKey.Parse(m.Resource, model.Key).Body).FirstOrDefault(b => b != model.Key);
}

/// <summary>A scenario applied to models.</summary>
/// <param name="Outage">Input of the engine.</param>
/// <param name="FallenProviders">Providers that are down.</param>
public sealed record CompiledScenario(OutageInput Outage, IReadOnlySet<string> FallenProviders);

/// <summary>Changes the chance that a segment or a member is hit.</summary>
public delegate (double Segment, double Member) HitAdjustment(string body, string key, ResourceContent resource, double segment, double member);
