using System.Diagnostics;
using System.Globalization;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

// How long a town waits for its answer and its ranking: 25 measures of the catalogue at 512 paired runs, all threads. Called from the checkout:
// dotnet run -c Release --project bench/Ranking
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Rounds = 7;
const int Tried = 25;
var outage = Town(ReferenceData.Load("catalogues"));
var measures = MeasureCatalogue.From(ReferenceData.Load("catalogues"))
    .Where(m => m.Value.Effects.Any(e => e.Parameter != MeasureParameter.YearlyChance)).OrderBy(m => m.Key, StringComparer.Ordinal).Take(Tried).ToList();
var selection = new Selection { Body = outage.Subject, Scenario = "provider-encryption", Runs = 512 };
Console.WriteLine($"{measures.Count} measures, {selection.Runs} paired runs, {selection.Threads} threads; median [least..greatest] of {Rounds} rounds");
Report("models and scenario to engine input, once", () => outage.Compile());
var compiled = outage.Compile([]).Value;
Report("town: times, chances and curve, 1,024 runs", () => Simulate(1_024, Figures.Times | Figures.DaysLost | Figures.Curves));
Report("town: the same, one run", () => Simulate(1, Figures.Times | Figures.DaysLost | Figures.Curves));
Report("town: everything, 1,024 runs", () => Simulate(1_024, Figures.All));
Report("baseline", () => PairedRuns.Begin(outage, selection.Runs, selection.Seed, default));
Report("each measure alone", Alone);
Report("alone, on top of all others, and pairs", () => ComparedMeasures.Run(outage, measures, selection, null, default));

void Simulate(int runs, Figures figures) => OutageSimulation.Run(compiled.Region, compiled.Outage, new RunOptions { Runs = runs, Threads = selection.Threads, Figures = figures });

void Alone()
{
    var paired = PairedRuns.Begin(outage, selection.Runs, selection.Seed, default).Value;
    Parallel.ForEach(measures, new ParallelOptions { MaxDegreeOfParallelism = selection.Threads }, m => _ = paired.Gain([m.Value], default).Value);
}

static void Report(string what, Action work)
{
    // Until the code is compiled for good, as on a server that has run for a while.
    for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(8);) work();
    var times = Enumerable.Range(0, Rounds).Select(_ =>
    {
        var (wall, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        work();
        return (Wall: Stopwatch.GetElapsedTime(wall).TotalMilliseconds, Cpu: (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds);
    }).ToList();
    var walls = times.Select(t => t.Wall).Order().ToList();
    Console.WriteLine($"  {what}: {walls[Rounds / 2]:0.0} ms [{walls[0]:0.0}..{walls[^1]:0.0}], processor time {times.Select(t => t.Cpu).Order().ElementAt(Rounds / 2):0} ms");
}

// A town of 18,000 with a shared provider, as the first questions leave it.
static PreparedOutage Town(ReferenceData reference)
{
    var (starter, origin) = (StarterCatalogue.From(reference), new Origin(OriginKind.Starter, new LocalDate(2026, 1, 15)));
    var town = new BodyContent { Kind = BodyKind.Municipality, State = "05", LegalStatus = LegalStatus.Municipality, Population = 18_000, Providers = ["provider:bench"], Answers = new() { ProviderKnown = true }, Origin = origin };
    var provider = new BodyContent { Kind = BodyKind.Provider, State = "05", LegalStatus = LegalStatus.None, Origin = origin };
    var set = new ModelSet
    {
        Asked = [StarterModel.Build("ags:05958040", town, starter, origin.Date)],
        Providers = [StarterModel.Build("provider:bench", provider, starter, origin.Date)],
        PartnerProviders = new Dictionary<string, IReadOnlyList<string>>(),
    };
    return new PreparedOutage(default, "ags:05958040", "Town", new PatchedInputs(set, ScenarioCatalogue.From(reference)["provider-encryption"]), "provider:bench", new RegionCompiler(reference.Holidays));
}
