using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Tables.Model;

namespace ResilienceMonitor.Tables.Import;

/// <summary>A model before tables change it.</summary>
/// <param name="Body">Whose it is.</param>
/// <param name="Model">Its model.</param>
/// <param name="Measures">The catalogue's measures and its own.</param>
/// <param name="OwnMeasures">Keys of its own.</param>
internal sealed record LoadedModel(Body Body, BodyModel Model, IReadOnlyDictionary<string, MeasureContent> Measures, IReadOnlySet<string> OwnMeasures)
{
    public JsonObject Json { get; } = ModelJson.Of(Model, Measures);

    /// <summary>The catalogue's measures are offered to every body: none of them can be taken out.</summary>
    public IReadOnlySet<(string Section, string Key)> Stays { get; } = Measures.Keys.Where(k => !OwnMeasures.Contains(k)).Select(k => (ModelJson.Measures, k)).ToHashSet();

    /// <summary>The model that another JSON says; every value that is another one has this origin from then on.</summary>
    public ChangedModel With(JsonObject json, Origin origin) => With(
        Model with
        {
            Team = CanonicalJson.Read<TeamContent>(json.ItemsOf(ModelJson.Team)[ModelJson.Team]!.ToJsonString(CanonicalJson.Options)),
            Segments = Items<SegmentContent>(json, ModelJson.Segments),
            Resources = Items<ResourceContent>(json, ModelJson.Resources),
            Services = Items<ServiceContent>(json, ModelJson.Services),
        },
        Items<MeasureContent>(json, ModelJson.Measures),
        origin);

    /// <summary>Another model; every value that is another one has this origin from then on.</summary>
    public ChangedModel With(BodyModel changed, IReadOnlyDictionary<string, MeasureContent> measures, Origin origin)
    {
        var teamChanged = CanonicalJson.Write(changed.Team) != CanonicalJson.Write(Model.Team);
        var body = teamChanged ? PersonOrigins.Mark(Body.Content, Body.Content with { Team = changed.Team }, origin) : Body.Content;
        var model = Model with
        {
            Team = teamChanged ? changed.Team : Model.Team,
            Segments = Marked(Model.Segments, changed.Segments, origin),
            Resources = Marked(Model.Resources, changed.Resources, origin),
            Services = Marked(Model.Services, changed.Services, origin),
        };
        return new ChangedModel(model, Marked(Measures, measures, origin), body with { OwnModel = true, Team = body.Team ?? model.Team }, this);
    }

    private static Dictionary<string, T> Items<T>(JsonObject json, string section) =>
        json.ItemsOf(section).ToDictionary(i => i.Key, i => CanonicalJson.Read<T>(i.Value!.ToJsonString(CanonicalJson.Options)), StringComparer.Ordinal);

    private static SortedDictionary<string, T> Marked<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after, Origin origin) where T : ItemContent =>
        new(after.ToDictionary(i => i.Key, i => before.TryGetValue(i.Key, out var old) ? PersonOrigins.Mark(old, i.Value, origin) : i.Value with { Origin = origin }), StringComparer.Ordinal);
}

/// <summary>A model after tables changed it.</summary>
/// <param name="Model">The model; its body is as before.</param>
/// <param name="Measures">The catalogue's measures and the body's own.</param>
/// <param name="BodyContent">What is kept of the body itself.</param>
/// <param name="Before">What it was made from.</param>
internal sealed record ChangedModel(BodyModel Model, IReadOnlyDictionary<string, MeasureContent> Measures, BodyContent BodyContent, LoadedModel Before)
{
    /// <summary>What is kept as rows: section, and contents by key. Of measures only the own ones, and those of the catalogue that were changed.</summary>
    public IEnumerable<(string Section, IReadOnlyDictionary<string, string> Items)> Sections()
    {
        yield return (ModelJson.Segments, Written(Model.Segments));
        yield return (ModelJson.Resources, Written(Model.Resources));
        yield return (ModelJson.Services, Written(Model.Services));
        yield return (ModelJson.Measures, Written(Measures.Where(m => Before.OwnMeasures.Contains(m.Key)
            || !Before.Measures.TryGetValue(m.Key, out var offered) || CanonicalJson.Write(offered) != CanonicalJson.Write(m.Value))));
    }

    private static Dictionary<string, string> Written<T>(IEnumerable<KeyValuePair<string, T>> items) where T : ItemContent =>
        items.ToDictionary(i => i.Key, i => CanonicalJson.Write(i.Value), StringComparer.Ordinal);
}
