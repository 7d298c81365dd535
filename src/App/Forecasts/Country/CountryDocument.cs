using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>
/// The machine-readable result of <c>resmon simulate --administrations --json</c>; documented in docs/command-line.md. Times are hours after the
/// start of the outage; a time that is missing means "not within five years". Fields may be added, never renamed or removed, within version 1.
/// </summary>
public sealed record CountryDocument
{
    public string Format { get; init; } = "resmon-country";
    public int Version { get; init; } = 1;
    public required string Scenario { get; init; }
    public required string ProviderStructure { get; init; }
    public required double ProviderChance { get; init; }
    public required int Runs { get; init; }
    public required ulong Seed { get; init; }
    public string EngineVersion { get; init; } = OutageSimulation.EngineVersion;

    /// <summary>SHA-256 of the list.</summary>
    public string? ListHash { get; init; }

    public required int Providers { get; init; }
    public required int AssumedProviders { get; init; }
    public required int OwnCentres { get; init; }
    public required AreaPart All { get; init; }
    public required IReadOnlyList<AreaPart> States { get; init; }
    public required IReadOnlyList<AreaPart> Districts { get; init; }

    public static CountryDocument Of(CountryForecast forecast, string? listHash) => new()
    {
        Scenario = forecast.Selection.Scenario,
        ProviderStructure = forecast.Selection.Structure,
        ProviderChance = forecast.Selection.ProviderChance ?? 1,
        Runs = forecast.Selection.Runs,
        Seed = forecast.Selection.Seed,
        ListHash = listHash,
        Providers = forecast.Providers,
        AssumedProviders = forecast.Assumed,
        OwnCentres = forecast.OwnCentres,
        All = Area(forecast.All),
        States = [.. forecast.States.Select(Area)],
        Districts = [.. forecast.Districts.Select(Area)],
    };

    public string ToJson() => CanonicalJson.Write(this);

    private static AreaPart Area(AreaForecast a) => new()
    {
        Key = a.Key,
        Name = a.Name,
        Administrations = a.Bodies,
        Affected = a.Affected,
        Inhabitants = a.Inhabitants,
        Services = a.Services,
        First = Time(a.First),
        Emergency = Time(a.Emergency),
        Own = Time(a.Own),
        Cleared = Time(a.Cleared),
        DaysLost = Mean(a.DaysLost),
        Days = [.. a.Days.Select(d => new DayPart(d.Day, Mean(d.First), Mean(d.Emergency), Mean(d.Own), Mean(d.Cleared), Mean(d.Without)))],
    };

    private static TimePart Time(AreaTime t) => new(Finite(t.P10), Finite(t.P50), Finite(t.P90), t.P10Error, t.P50Error, t.P90Error);

    private static MeanPart Mean(Estimate e) => new(e.Mean, e.StandardError, e.P10, e.P90);

    private static double? Finite(double hours) => double.IsFinite(hours) ? hours : null;

    public sealed record AreaPart
    {
        public required string Key { get; init; }
        public string? Name { get; init; }
        public required int Administrations { get; init; }
        public required int Affected { get; init; }
        public required long Inhabitants { get; init; }
        public required int Services { get; init; }
        public required TimePart First { get; init; }
        public required TimePart Emergency { get; init; }
        public required TimePart Own { get; init; }
        public required TimePart Cleared { get; init; }
        public required MeanPart DaysLost { get; init; }
        public required IReadOnlyList<DayPart> Days { get; init; }
    }

    public sealed record TimePart(double? P10, double? P50, double? P90, double? P10Error, double? P50Error, double? P90Error);

    public sealed record MeanPart(double Mean, double StandardError, double P10, double P90);

    public sealed record DayPart(int Day, MeanPart First, MeanPart Emergency, MeanPart Own, MeanPart Cleared, MeanPart InhabitantsWithout);
}
