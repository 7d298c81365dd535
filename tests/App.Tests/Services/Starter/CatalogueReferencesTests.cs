using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services.Starter;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Starter;

public sealed class CatalogueReferencesTests
{
    private static readonly StarterCatalogue Starter = Catalogues.Starter;

    [Fact]
    public void Services_and_resources_refer_only_to_what_exists()
    {
        var groups = Starter.Services.Entries.Values.SelectMany(s => s.Needs.Concat(s.Substitutes.SelectMany(StarterSubstitutes.AllNeeds)))
            .Concat(Starter.Resources.Entries.Values.SelectMany(r => r.Needs.Concat(r.RestartAfter)))
            .Concat(Starter.Bundles.Entries.Values.SelectMany(b => b.Needs.Concat(b.HostedNeeds)));
        Assert.Empty(groups.SelectMany(g => g).Select(k => k.Replace("centre/", "", StringComparison.Ordinal)).Except(Starter.Resources.Entries.Keys));
        Assert.Empty(Starter.Services.Entries.Values.Select(s => s.Bundle).Except(Starter.Bundles.Entries.Keys));
        Assert.Empty(Starter.Resources.Entries.Values.SelectMany(r => new[] { r.Segment, r.SeparateSegment }).OfType<string>().Except(Starter.Segments.Entries.Keys));
        Assert.Empty(Starter.Resources.Entries.Values.Select(r => r.ModuleOf).OfType<string>().Except(Starter.Resources.Entries.Keys));
        Assert.Empty(Starter.Services.Entries.Values.SelectMany(s => s.Responsibility.SelectMany(r => r.States).Concat(s.Substitutes.SelectMany(x => x.States))).Except(Catalogues.Reference.States.Keys));
    }

    [Fact]
    public void All_services_applications_and_registers_of_the_list_are_there()
    {
        Assert.Equal(Enumerable.Range(1, 46).Select(i => $"S{i:00}"), Starter.Services.Entries.Values.Select(s => s.Code).Order());
        var codes = Starter.Resources.Entries.Values.Select(r => r.Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
        Assert.Empty(Enumerable.Range(1, 68).Select(i => $"A{i:00}").Except(codes));
        Assert.Empty(Enumerable.Range(1, 16).Select(i => $"B{i:00}").Except(codes.Append("B03").Append("B04")));
        Assert.Empty(Enumerable.Range(1, 8).Select(i => $"D{i:00}").Except(codes));
        Assert.Empty(Enumerable.Range(1, 23).Concat([30, 31, 32]).Select(i => $"R{i:00}").Except(codes));
    }

    [Fact]
    public void No_service_is_asked_for_later_than_it_can_be_borne_without() =>
        Assert.Empty(Starter.Services.Entries.Where(s => s.Value.RtoHours > s.Value.MtpdHours).Select(s => s.Key));

    [Fact]
    public void Scenarios_refer_only_to_gates_segments_and_resources_that_exist()
    {
        var scenarios = ScenarioCatalogue.From(Catalogues.Reference);
        Assert.True(scenarios.Count >= 11);
        foreach (var (key, scenario) in scenarios)
        {
            var gates = scenario.Gates.Select(g => g.Key).ToList();
            Assert.Equal(gates.Distinct(), gates);
            Assert.Equal(scenario.Hits.Select(h => h.Key).Distinct(), scenario.Hits.Select(h => h.Key));
            Assert.Empty(scenario.Hits.SelectMany(h => h.Gates).Concat(scenario.Gates.SelectMany(g => g.After)).Except(gates));
            Assert.Empty(scenario.Hits.SelectMany(h => h.Segments).Except(Starter.Segments.Entries.Keys));
            Assert.Empty(scenario.Hits.SelectMany(h => h.Resources).Except(Starter.Resources.Entries.Keys));
            Assert.True(scenario.Gates.Count(g => g.Detects) == 1, $"{key} is noticed by no gate, or by two.");
            Assert.True(scenario.Target == ScenarioTarget.Provider || scenario.Hits.All(h => h.Owner == HitOwner.Target), key);
        }
    }

    [Fact]
    public void Measures_refer_only_to_what_exists_and_change_something_in_some_model()
    {
        var measures = MeasureCatalogue.From(Catalogues.Reference);
        Assert.True(measures.Count >= 27);
        var gates = ScenarioCatalogue.From(Catalogues.Reference).Values.SelectMany(s => s.Gates).Select(g => g.Key).ToHashSet();
        var effects = measures.Values.SelectMany(m => m.Effects).ToList();
        Assert.Empty(effects.SelectMany(e => e.Gates).Except(gates));
        Assert.Empty(effects.SelectMany(e => e.Resources).Except(Starter.Resources.Entries.Keys));
        Assert.Empty(effects.SelectMany(e => e.Segments).Except(Starter.Segments.Entries.Keys));
        Assert.Empty(effects.SelectMany(e => e.Services).Except(Starter.Services.Entries.Keys));
        foreach (var effect in effects.Where(e => e.Services.Count > 0 && e.Substitutes.Count > 0))
            Assert.Contains(effect.Services, s => Starter.Services.Entries[s].Substitutes.Any(x => effect.Substitutes.Contains(x.Kind)));
        Assert.Equal(Enum.GetValues<MeasureParameter>().Except([MeasureParameter.RebuildFactor, MeasureParameter.CheckWork, MeasureParameter.MaxPeople, MeasureParameter.TeamHoursADay]).Order(), effects.Select(e => e.Parameter).Distinct().Order());
    }

    [Fact]
    public void A_measure_with_a_note_of_its_source_names_the_source() => Assert.All(
        Catalogues.Reference.ReadItems<MeasureContent>("measures").Entries,
        e => Assert.Equal(e.Value.Content.SourceNote is not null, e.Value.Basis.Values.Except(["assumption", "products"]).Any()));

    [Fact]
    public void The_invented_district_is_marked_and_complete()
    {
        var bodies = DemonstrationCatalogue.From(Catalogues.Reference);
        Assert.Equal(8, bodies.Values.Count(b => b.District == "demo:musterkreis"));
        Assert.All(bodies, b => Assert.True(b.Key.StartsWith("demo:", StringComparison.Ordinal) && b.Value.Demonstration));
        var referred = bodies.Values.SelectMany(b => b.Providers.Concat(new[] { b.District, b.Answers.Neighbour }.OfType<string>()));
        Assert.Empty(referred.Except(bodies.Keys));
        var neighbours = bodies.Values.Where(b => b.Answers.Neighbour is not null);
        Assert.All(neighbours, b => Assert.DoesNotContain(b.Providers[0], bodies[b.Answers.Neighbour!].Providers));
        Assert.All(bodies, b => Assert.NotEmpty(b.Value.Model(b.Key).Resources));
        Assert.Contains(bodies.Values, b => b.Kind == BodyKind.District);
    }
}
