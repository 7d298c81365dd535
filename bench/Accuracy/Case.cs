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
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.AccuracyBench;

/// <summary>What is simulated: models as the first questions leave them.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Region">Towns, then their provider.</param>
/// <param name="Outage">What happens to them.</param>
/// <param name="Towns">Number of towns; figures are theirs.</param>
internal sealed record Case(string Name, RegionInput Region, OutageInput Outage, int Towns)
{
    private const string ProviderKey = "provider:bench";

    /// <summary>A town of 18,000 is encrypted, its backups can be used.</summary>
    public static Case Town() => Of("town", "own-encryption-backups-usable", 1);

    /// <summary>A provider is encrypted with its customers, towns of 18,000 to 30,000.</summary>
    public static Case Provider(int customers) => Of($"provider with {customers} customers", "provider-encryption", customers);

    public OutageResult Run(PointPlan? points, int runs, ulong seed, Figures figures) =>
        OutageSimulation.Run(Region, Outage, new() { Runs = runs, Seed = seed, Threads = Environment.ProcessorCount, Points = points, Figures = figures });

    private static Case Of(string name, string scenario, int towns)
    {
        var reference = ReferenceData.Load("catalogues");
        var (starter, origin) = (StarterCatalogue.From(reference), new Origin(OriginKind.Starter, new LocalDate(2026, 1, 15)));
        var set = new ModelSet
        {
            Asked = [.. Enumerable.Range(0, towns).Select(i => StarterModel.Build($"ags:05958{100 + i}", Town(18_000 + 1_000 * i), starter, origin.Date))],
            Providers = [StarterModel.Build(ProviderKey, new BodyContent { Kind = BodyKind.Provider, State = "05", LegalStatus = LegalStatus.None, Origin = origin }, starter, origin.Date)],
            PartnerProviders = new Dictionary<string, IReadOnlyList<string>>(),
        };
        var provider = scenario.StartsWith("provider", StringComparison.Ordinal) ? ProviderKey : null;
        var compiled = CompiledOutage.Of(new PatchedInputs(set, ScenarioCatalogue.From(reference)[scenario]), provider, new RegionCompiler(reference.Holidays)).Value;
        return new(name, compiled.Region, compiled.Outage, towns);

        BodyContent Town(int population) => new()
        {
            Kind = BodyKind.Municipality,
            State = "05",
            LegalStatus = LegalStatus.Municipality,
            Population = population,
            Providers = [ProviderKey],
            Answers = new() { ProviderKnown = true },
            Origin = origin,
        };
    }
}
