using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Dependencies;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Pages;

/// <summary>A body's model as the pages show it: names in words, what is required of each resource, and where one loss stops services.</summary>
public sealed class ModelView(Body body, ModelSet set, IReadOnlyList<ExplainedRequirement> requirements, IReadOnlyDictionary<string, string> bodyNames, ItemNames names)
{
    private readonly Dictionary<EntityRef, ExplainedRequirement> required = requirements.ToDictionary(r => r.Requirement.Resource);
    private readonly Dictionary<EntityRef, SinglePoint> points = SinglePoints.Find(set, set.Asked[0]).ToDictionary(p => new EntityRef(p.Body, p.Key));

    public Body Body { get; } = body;

    public ModelSet Set { get; } = set;

    public BodyModel Model => Set.Asked[0];

    public IEnumerable<KeyValuePair<string, ServiceContent>> OwnServices => Model.Services.Where(s => s.Value.Responsibility == Responsibility.Own);

    /// <summary>What falls together although it is meant to help.</summary>
    public IReadOnlyList<SharedFateFinding> SharedFates { get; } = SharedFate.Find(set, set.Asked[0]);

    /// <summary>Resources whose loss alone stops services, most services first.</summary>
    public IEnumerable<SinglePoint> Points => points.Values;

    /// <summary>Own resources, and those of providers that a service of this body depends on.</summary>
    public IEnumerable<EntityRef> Resources =>
        Model.Resources.Keys.Select(k => new EntityRef(Model.Key, k)).Concat(required.Keys.Where(r => r.Body != Model.Key));

    public EntityRef Refer(string reference) => ResourceKey.Parse(reference, Model.Key);

    public bool IsOwn(EntityRef resource) => resource.Body == Model.Key;

    public ResourceContent? Find(EntityRef resource) =>
        Set.All.FirstOrDefault(m => m.Key == resource.Body)?.Resources.GetValueOrDefault(resource.Key);

    public ExplainedRequirement? RequirementOf(EntityRef resource) => required.GetValueOrDefault(resource);

    public SinglePoint? PointAt(EntityRef resource) => points.GetValueOrDefault(resource);

    /// <summary>The resources whose loss alone stops this service, those on which most depends first.</summary>
    public IReadOnlyList<EntityRef> PointsOf(string service) => [.. points.Where(p => p.Value.Services.Contains(service)).Select(p => p.Key)];

    public string NameOf(EntityRef entity) => names.Of(Set, entity);

    public string NameOfService(string key) => names.Of(key, Model.Services.GetValueOrDefault(key));

    public string NameOf(string key, Substitute substitute) => names.Of(key, substitute.Name, substitute.CatalogueKey);

    public string NameOf(Deadline deadline) => names.Of(deadline.Key, deadline.Name, deadline.CatalogueKey);

    public string NameOfSegment(string key) => names.Of(key, Model.Segments.GetValueOrDefault(key));

    /// <summary>Name of a provider or neighbour.</summary>
    public string NameOfBody(string key) =>
        Set.All.FirstOrDefault(m => m.Key == key) is { } model ? names.Of(key, model.Body) : bodyNames.GetValueOrDefault(key) ?? key;

    /// <summary>What the catalogue calls it, whatever the body calls it; null: it is not from the catalogue.</summary>
    public string? CatalogueName(string key, string? catalogueKey) => catalogueKey is null ? null : names.Of(key, null, catalogueKey);
}
