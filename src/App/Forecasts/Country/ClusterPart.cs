using ResilienceMonitor.Bodies;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>What parts of clusters are made from.</summary>
/// <param name="Starter">Makes the models.</param>
/// <param name="Compiler">Turns them into input of the engine.</param>
/// <param name="Scenario">What happens.</param>
/// <param name="Chance">Chance in a run that it happens to a provider, or to a body that runs its IT itself; above 0, up to 1.</param>
internal sealed record ClusterModels(StarterCatalogue Starter, RegionCompiler Compiler, ScenarioContent Scenario, double Chance = 1);

/// <summary>
/// Some members of a cluster with their provider. Members do not touch one another, and luck goes by keys, so that parts played with
/// the same seed give what the whole cluster gives in one piece, as long as the provider restores in the order that all its customers require.
/// </summary>
internal sealed class ClusterPart(ClusterModels models, Cluster cluster, IReadOnlyList<ListedBody> members, Lazy<Result<IReadOnlyList<EntityRef>>>? order)
{
    /// <summary>Members of a part: few enough that memory does not grow with the cluster, many enough that the provider is not played too often.</summary>
    public const int MostMembers = 64;

    private const string Falls = "falls";

    private readonly Dictionary<(BodyKind, string?, LegalStatus, int?, StarterAnswers), BodyModel> _known = [];

    public IReadOnlyList<ListedBody> Members => members;

    /// <summary>The parts of a cluster.</summary>
    public static IReadOnlyList<ClusterPart> Of(ClusterModels models, Cluster cluster, int mostMembers = MostMembers)
    {
        if (cluster.Members.Count <= mostMembers) return [new ClusterPart(models, cluster, cluster.Members, null)];
        var order = new Lazy<Result<IReadOnlyList<EntityRef>>>(() => OrderOfProvider(models, cluster, mostMembers));
        return [.. cluster.Members.Chunk(mostMembers).Select(members => new ClusterPart(models, cluster, members, order))];
    }

    /// <summary>False: a scenario of providers does nothing to a body that has none.</summary>
    public bool IsConcerned => models.Scenario.Target != ScenarioTarget.Provider || cluster.Provider is not null;

    /// <summary>Plays the runs of the members; a refusal, if they cannot be simulated.</summary>
    /// <param name="options">Runs and seed.</param>
    /// <param name="take">Given each member once, in any order.</param>
    /// <param name="ct">Cancels.</param>
    public Refusal? Play(RunOptions options, Action<ListedBody, RunsOfBody> take, CancellationToken ct)
    {
        var compiled = Compile();
        if (compiled.Refusal is { } refusal) return refusal;
        if (order is { Value.Refusal: { } noOrder }) return noOrder;
        var byKey = members.ToDictionary(m => m.Key, StringComparer.Ordinal);

        // Parts and clusters are summed run by run: only what all share may have a dimension in common.
        OutageSimulation.Play(
            compiled.Value.Region,
            compiled.Value.Outage,
            options with { Points = PointPlan.Shared, RestartOrder = order?.Value.Value, Figures = Figures.Times | Figures.Backlog | Figures.DaysLost },
            runs => { if (byKey.TryGetValue(runs.Key, out var member)) take(member, runs); },
            ct: ct);
        return null;
    }

    /// <summary>Services each member delivers itself.</summary>
    public int ServicesOf(ListedBody member) => Model(member).Services.Values.Count(s => s.Responsibility == Responsibility.Own);

    private Result<CompiledOutage> Compile()
    {
        var set = new ModelSet
        {
            Asked = [.. members.Select(Model)],
            Providers = cluster.Provider is { } provider ? [Model(provider)] : [],
            PartnerProviders = new Dictionary<string, IReadOnlyList<string>>(),
        };
        var compiled = CompiledOutage.Of(new PatchedInputs(set, models.Scenario), models.Scenario.Target == ScenarioTarget.Provider ? cluster.Provider?.Key : null, models.Compiler);
        return compiled.Refusal is null && models.Chance < 1 ? compiled.Value with { Outage = MaybeFalling(compiled.Value.Outage) } : compiled;
    }

    // One draw of the provider for all its customers, in whichever part they are played; of a body that falls by itself one of its own.
    private OutageInput MaybeFalling(OutageInput outage) => outage with
    {
        Hits = [.. outage.Hits.GroupBy(h => models.Scenario.Target == ScenarioTarget.Provider ? cluster.Provider!.Key : h.Key.Body)
            .Select(owner => new HitGroupInput { Key = new EntityRef(owner.Key, Falls), Chance = models.Chance, Groups = [.. owner] })],
    };

    // Bodies alike in all that the starter model asks for have models alike; in lists without populations most are.
    private BodyModel Model(ListedBody body)
    {
        var content = body.Content;
        var asked = (content.Kind, content.State, content.LegalStatus, content.Population, content.Answers);
        if (_known.TryGetValue(asked, out var known)) return known with { Key = body.Key, Body = content };
        return _known[asked] = StarterModel.Build(body.Key, content, models.Starter, content.Origin.Date);
    }

    // By rule of the engine: earlier required time, more cases a week, smaller key, over the customers of all parts.
    private static Result<IReadOnlyList<EntityRef>> OrderOfProvider(ClusterModels models, Cluster cluster, int size)
    {
        var required = new Dictionary<EntityRef, (double Time, double Cases)>();
        foreach (var members in cluster.Members.Chunk(size))
        {
            var compiled = new ClusterPart(models, cluster, members, null).Compile();
            if (compiled.Refusal is { } refusal) return refusal;
            foreach (var r in Requirements.Propagate(compiled.Value.Region).Where(r => r.Resource.Body == cluster.Provider!.Key))
            {
                var (time, cases) = required.GetValueOrDefault(r.Resource, (double.PositiveInfinity, 0));
                required[r.Resource] = (Math.Min(time, r.RequiredTime), cases + r.CasesPerWeek);
            }
        }

        return required.OrderBy(r => r.Value.Time).ThenByDescending(r => r.Value.Cases).ThenBy(r => r.Key.Key, StringComparer.Ordinal).Select(r => r.Key).ToList();
    }
}
