using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>
/// Simulates every administration of a list with the starter model of its kind and size, and sums up by district and state. Nothing is stored and no
/// body is made. Clusters share nothing but the luck of a run, which is a function of keys: they are played one after the other and summed run by run.
/// </summary>
public sealed class SimulateCountry(ScenarioList scenarios, StarterCatalogue starter, ReferenceData reference, RegionCompiler compiler, Actor actor, IClock clock)
{
    private const string Everything = "all";

    public async Task<Result<SimulatedCountry>> Run(Stream file, string fileName, CountrySelection selection, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        if (selection.Runs is < 1 or > Limits.Runs) return Refusal.Of<ForecastsTexts>("runs.out-of-range", Limits.Runs);
        var scenario = await scenarios.Find(null, selection.Scenario, ct);
        if (scenario.Refusal is { } noScenario) return noScenario;
        var structures = reference.Read<ProviderStructure>("provider-structures").Entries;
        if (!structures.TryGetValue(selection.Structure, out var structure))
            return Refusal.Of<ForecastsTexts>("country.no-structure", selection.Structure, string.Join(", ", structures.Keys));
        var chance = selection.ProviderChance ?? structure.Chance;
        if (chance is not (> 0 and <= 1)) return Refusal.Of<ForecastsTexts>("country.chance");
        var list = await BodyTable.Read(file, fileName, clock.GetCurrentInstant().InUtc().Date, null, ct);
        if (list.Errors.Count > 0) return new SimulatedCountry(list, null);
        var clusters = new ClusterList(structure, reference.Parameters).Of(list);
        var districts = clusters.SelectMany(c => c.Members).Select(m => m.District).Distinct(StringComparer.Ordinal).Count();
        if ((long)districts * selection.Runs > Limits.DistrictRuns) return Refusal.Of<ForecastsTexts>("country.too-many-runs", districts, Limits.DistrictRuns / districts);
        var models = new ClusterModels(starter, compiler, scenario.Value, chance);
        var sums = await Task.Run(() => Play(clusters, models, selection, progress, ct), ct);
        return sums.Refusal is { } refusal ? refusal : new SimulatedCountry(list, Forecast(selection with { ProviderChance = chance }, list, clusters, sums.Value));
    }

    private static Result<IReadOnlyDictionary<string, AreaSums>> Play(
        IReadOnlyList<Cluster> clusters, ClusterModels models, CountrySelection selection, IProgress<double>? progress, CancellationToken ct)
    {
        var sums = clusters.SelectMany(c => c.Members).Select(m => m.District).Distinct(StringComparer.Ordinal)
            .ToDictionary(d => d, _ => new AreaSums(selection.Runs), StringComparer.Ordinal);
        var towns = clusters.SelectMany(c => c.Members).Where(m => m.Content.Kind != BodyKind.District).Select(m => m.District).ToHashSet(StringComparer.Ordinal);
        var options = new RunOptions { Runs = selection.Runs, Seed = selection.Seed };
        var (all, done) = (clusters.Sum(c => c.Members.Count), 0);
        Refusal? refused = null;
        Parallel.ForEach(
            clusters.SelectMany(c => ClusterPart.Of(models, c)).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, selection.Threads), CancellationToken = ct },
            (part, loop) =>
            {
                if (Play(part) is { } refusal)
                {
                    refused = refusal;
                    loop.Stop();
                    return;
                }

                progress?.Report((double)Interlocked.Add(ref done, part.Members.Count) / all);
            });
        return refused is { } no ? no : sums;

        Refusal? Play(ClusterPart part)
        {
            if (part.IsConcerned) return part.Play(options, (member, runs) => Add(member, sum => sum.Add(Inhabitants(member), runs)), ct);
            foreach (var member in part.Members) Add(member, sum => sum.AddUntouched(Inhabitants(member), part.ServicesOf(member)));
            return null;
        }

        void Add(ListedBody member, Action<AreaSums> add)
        {
            lock (sums[member.District]) add(sums[member.District]);
        }

        // Inhabitants of a district are those of its municipalities, where the list has any.
        long Inhabitants(ListedBody member) => member.Content.Kind == BodyKind.District && towns.Contains(member.District) ? 0 : (long)Math.Round(member.Inhabitants);
    }

    private CountryForecast Forecast(CountrySelection selection, BodyImportPlan list, IReadOnlyList<Cluster> clusters, IReadOnlyDictionary<string, AreaSums> sums)
    {
        var names = list.Bodies.Where(b => ClusterList.DistrictOf(b.Key, b.Content) is var d && (b.Key == d || b.Content.District is null))
            .DistinctBy(b => ClusterList.DistrictOf(b.Key, b.Content)).ToDictionary(b => ClusterList.DistrictOf(b.Key, b.Content), b => b.Content.Name, StringComparer.Ordinal);
        var districts = sums.OrderBy(d => d.Key, StringComparer.Ordinal).ToList();
        var states = districts.GroupBy(d => d.Key["ags:".Length..][..2], StringComparer.Ordinal).Select(s => (s.Key, Sums: Sum(s.Select(d => d.Value)))).ToList();
        var shared = clusters.Where(c => c.Provider is not null).ToList();
        return new CountryForecast(
            selection,
            shared.Count,
            shared.Count(c => list.Providers.All(p => p.Key != c.Provider!.Key)),
            clusters.Count - shared.Count,
            AreaForecast.Of(Everything, null, Sum(states.Select(s => s.Sums))),
            [.. states.Select(s => AreaForecast.Of(s.Key, reference.States[s.Key].Name.In(System.Globalization.CultureInfo.CurrentUICulture), s.Sums))],
            [.. districts.Select(d => AreaForecast.Of(d.Key, names.GetValueOrDefault(d.Key), d.Value))]);

        AreaSums Sum(IEnumerable<AreaSums> parts)
        {
            var sum = new AreaSums(selection.Runs);
            foreach (var part in parts) sum.Add(part);
            return sum;
        }
    }
}
