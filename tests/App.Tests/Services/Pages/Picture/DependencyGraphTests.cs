using ResilienceMonitor.App.Tests.Services.Starter;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Dependencies;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages.Picture;

public sealed class DependencyGraphTests
{
    public static TheoryData<LegalStatus, int> Bodies => new() { { LegalStatus.Municipality, 3_000 }, { LegalStatus.Municipality, 18_000 }, { LegalStatus.IndependentCity, 250_000 }, { LegalStatus.District, 300_000 } };

    [Fact]
    public void A_need_that_follows_from_another_is_not_drawn_again()
    {
        var graph = Of(Service("passport", ["register"], ["directory"]), Resource("register", ["directory"]), Resource("directory"));
        Assert.Equal(["register<directory", "passport<register"], Lines(graph));
    }

    [Fact]
    public void Alternatives_are_a_node_of_their_own_and_hide_only_what_all_of_them_need()
    {
        var graph = Of(
            Service("passport", ["clients", "spare"], ["power"], ["mobile"]),
            Resource("clients", ["power"]), Resource("spare", ["power"], ["mobile"]), Resource("power"), Resource("mobile"));
        Assert.Equal(["clients<power", "spare<power", "spare<mobile", "Choice<clients", "Choice<spare", "passport<mobile", "passport<Choice"], Lines(graph));
    }

    [Fact]
    public void What_many_need_together_is_gathered_once()
    {
        var graph = Of([.. Enumerable.Range(1, 4).Select(i => Service($"s{i}", ["a"], ["b"], ["c"]))], [Resource("a"), Resource("b"), Resource("c")]);
        Assert.Equal(["Gathered<a", "Gathered<b", "Gathered<c", "s1<Gathered", "s2<Gathered", "s3<Gathered", "s4<Gathered"], Lines(graph).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_service_alone_shows_its_path_and_nothing_else()
    {
        var (set, body) = Model([Service("passport", ["register"]), Service("tax", ["finance"])], [Resource("register", ["power"]), Resource("finance", ["power"]), Resource("power")]);
        var nodes = DependencyGraph.Of(set, body, "tax").Nodes;
        Assert.Equal(["power", "finance", "tax"], nodes.Select(n => n.Entity!.Value.Key));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void The_drawn_lines_say_the_same_as_the_model(LegalStatus status, int population)
    {
        var body = Towns.Of(status, population).OwnCentre().Model();
        var set = Set(body);
        var graph = DependencyGraph.Of(set, body);
        var byEntity = graph.Nodes.Select((n, i) => (n.Entity, i)).Where(n => n.Entity is not null).ToDictionary(n => n.Entity!.Value, n => n.i);
        var capacities = new CapacityGraph(set);
        var services = body.Services.Where(s => s.Value.Responsibility == Responsibility.Own && s.Value.Needs.Count > 0).ToList();
        var wanted = services.Select(s => capacities.Read(body.Key, s.Value.Needs)).ToList();

        // Whatever is lost, the same services are left without anything.
        foreach (var (lost, number) in capacities.Resources.Select((r, i) => (r, i)).Where(r => byEntity.ContainsKey(r.r)))
        {
            var expected = services.Zip(capacities.CapacitiesWithout(number, wanted)).Where(s => s.Second == 0).Select(s => s.First.Key);
            Assert.Equal(expected, services.Where(s => !Works(graph, byEntity[new EntityRef(body.Key, s.Key)], byEntity[lost])).Select(s => s.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Far_fewer_lines_are_drawn_than_there_are_needs(LegalStatus status, int population)
    {
        var body = Towns.Of(status, population).OwnCentre().Model();
        var graph = DependencyGraph.Of(Set(body), body);
        var needs = body.Services.Values.Where(s => s.Responsibility == Responsibility.Own).SelectMany(s => s.Needs).Concat(body.Resources.Values.SelectMany(r => r.Needs)).Sum(g => g.Members.Count);
        Assert.InRange(graph.Needs.Sum(n => n.Count), 1, needs * 0.6);
    }

    private static bool Works(DependencyGraph graph, int node, int lost) =>
        node != lost && (graph.Nodes[node].Kind == DependencyKind.Choice
            ? graph.Needs[node].Any(n => Works(graph, n, lost))
            : graph.Needs[node].All(n => Works(graph, n, lost)));

    private static DependencyGraph Of((string, ServiceContent) service, params (string, ResourceContent)[] resources) => Of([service], resources);

    private static DependencyGraph Of((string, ServiceContent)[] services, (string, ResourceContent)[] resources)
    {
        var (set, body) = Model(services, resources);
        return DependencyGraph.Of(set, body);
    }

    private static IEnumerable<string> Lines(DependencyGraph graph) => graph.Needs.SelectMany((targets, node) => targets.Order().Select(t => $"{Name(graph.Nodes[node])}<{Name(graph.Nodes[t])}"));

    private static string Name(DependencyNode node) => node.Entity?.Key ?? node.Kind.ToString();

    private static (string, ServiceContent) Service(string key, params string[][] needs) =>
        (key, new ServiceContent { Responsibility = Responsibility.Own, Needs = [.. needs.Select(n => NeedGroup.Of(n))], Origin = Towns.Town18000.Origin });

    private static (string, ResourceContent) Resource(string key, params string[][] needs) =>
        (key, new ResourceContent { Kind = ResourceKind.Server, Host = ResourceHost.Own, Needs = [.. needs.Select(n => NeedGroup.Of(n))], Origin = Towns.Town18000.Origin });

    private static (ModelSet Set, BodyModel Body) Model((string, ServiceContent)[] services, (string, ResourceContent)[] resources)
    {
        var body = Towns.Town18000.Model() with { Services = services.ToDictionary(s => s.Item1, s => s.Item2), Resources = resources.ToDictionary(r => r.Item1, r => r.Item2) };
        return (Set(body), body);
    }

    private static ModelSet Set(BodyModel body) => new() { Asked = [body], Providers = [], PartnerProviders = new Dictionary<string, IReadOnlyList<string>>() };
}
