using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Dependencies;

/// <summary>
/// What the own services of a body need, and what that needs, as a graph that can be drawn: needs that follow from others are left out, a group of
/// alternatives is a node of its own, and what many need together is gathered in one node, so that a few lines say the same as hundreds.
/// </summary>
public sealed class DependencyGraph
{
    private readonly ModelSet set;
    private readonly List<DependencyNode> nodes = [];
    private readonly Dictionary<EntityRef, int> entities = [];
    private readonly Dictionary<string, int> choices = new(StringComparer.Ordinal);
    private readonly List<HashSet<int>> needs = [];

    private DependencyGraph(ModelSet set) => this.set = set;

    /// <summary>Resources and services, alternatives and what is gathered</summary>
    public IReadOnlyList<DependencyNode> Nodes => nodes;

    /// <summary>What each node needs, by numbers of nodes.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Needs => needs;

    /// <param name="set">The models.</param>
    /// <param name="body">Whose services.</param>
    /// <param name="service">Only what this service needs; null: all own services that need anything.</param>
    public static DependencyGraph Of(ModelSet set, BodyModel body, string? service = null)
    {
        var graph = new DependencyGraph(set);
        var services = body.Services.Where(s => service is null ? s.Value.Responsibility == Responsibility.Own && s.Value.Needs.Count > 0 : s.Key == service).ToList();
        var wanted = services.Select(s => graph.Read(body.Key, s.Value.Needs)).ToList();
        foreach (var ((key, _), targets) in services.Zip(wanted)) graph.Add(new DependencyNode(DependencyKind.Service, new EntityRef(body.Key, key)), targets);
        graph.LeaveOutWhatFollows();
        var users = Enumerable.Range(0, graph.nodes.Count).Where(n => graph.nodes[n].Kind != DependencyKind.Choice).ToList();
        SharedNeeds.Gather(graph.needs, users, () => graph.Add(new DependencyNode(DependencyKind.Gathered, null), []));
        return graph;
    }

    private int Add(DependencyNode node, IEnumerable<int> targets)
    {
        nodes.Add(node);
        needs.Add([.. targets]);
        return nodes.Count - 1;
    }

    private List<int> Read(string body, IReadOnlyList<NeedGroup> groups) =>
        [.. groups.Select(g => g.Members.Select(m => Resource(ResourceKey.Parse(m.Resource, body))).Where(n => n >= 0).Distinct().Order().ToList())
            .Where(members => members.Count > 0).Select(members => members.Count == 1 ? members[0] : Choice(members))];

    // What it needs comes first, so that numbers rise from left to right. A circle is refused before anything is drawn.
    private int Resource(EntityRef reference)
    {
        if (entities.TryGetValue(reference, out var known)) return known;
        if (set.All.FirstOrDefault(m => m.Key == reference.Body)?.Resources.GetValueOrDefault(reference.Key) is not { } resource) return -1;
        var targets = Read(reference.Body, resource.Needs);
        return entities[reference] = Add(new DependencyNode(DependencyKind.Resource, reference), targets);
    }

    private int Choice(List<int> members)
    {
        var name = string.Join(' ', members);
        return choices.TryGetValue(name, out var known) ? known : choices[name] = Add(new DependencyNode(DependencyKind.Choice, null), members);
    }

    private void LeaveOutWhatFollows()
    {
        var certain = new HashSet<int>[nodes.Count];
        for (var node = 0; node < nodes.Count; node++)
        {
            var behind = needs[node].Select(t => certain[t]).ToList();
            if (nodes[node].Kind != DependencyKind.Choice) needs[node].RemoveWhere(t => behind.Exists(b => b.Contains(t)));
            certain[node] = Certain(node, behind);
        }
    }

    // What a node cannot do without: of alternatives only what all of them need.
    private HashSet<int> Certain(int node, List<HashSet<int>> behind)
    {
        if (nodes[node].Kind != DependencyKind.Choice) return [.. needs[node], .. behind.SelectMany(b => b)];
        var common = new HashSet<int>(behind[0]);
        foreach (var other in behind) common.IntersectWith(other);
        return common;
    }
}

/// <summary>One node of the graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Entity">The resource or service; null for what only gathers.</param>
public readonly record struct DependencyNode(DependencyKind Kind, EntityRef? Entity);

public enum DependencyKind
{
    Resource,

    /// <summary>Of what leads here, one is enough.</summary>
    Choice,

    /// <summary>Of what leads here, all are needed by each that follows.</summary>
    Gathered,

    Service,
}
