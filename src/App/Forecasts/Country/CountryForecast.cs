using ResilienceMonitor.Bodies.Import;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>What is simulated for a whole list.</summary>
public sealed record CountrySelection
{
    public required string Scenario { get; init; }

    /// <summary>Key of the assumption on who runs the IT of a body that names no provider.</summary>
    public string Structure { get; init; } = "by-state";

    /// <summary>Chance in a run that the outage happens to a provider, or to a body that runs its IT itself; above 0, up to 1; null: as the assumption says.</summary>
    public double? ProviderChance { get; init; }

    public int Runs { get; init; } = 500;

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>An outage that strikes providers, and bodies by themselves, in the same runs.</summary>
/// <param name="Selection">What was asked for.</param>
/// <param name="Providers">Shared providers, stated or assumed.</param>
/// <param name="Assumed">Of them those that the list does not name.</param>
/// <param name="OwnCentres">Bodies that run their IT themselves.</param>
/// <param name="All">Sums over the list.</param>
/// <param name="States">By key.</param>
/// <param name="Districts">By key.</param>
public sealed record CountryForecast(
    CountrySelection Selection, int Providers, int Assumed, int OwnCentres, AreaForecast All, IReadOnlyList<AreaForecast> States, IReadOnlyList<AreaForecast> Districts);

/// <summary>A list and what came of it.</summary>
/// <param name="List">The file as understood, with all errors and warnings.</param>
/// <param name="Forecast">Null when the list has errors.</param>
public sealed record SimulatedCountry(BodyImportPlan List, CountryForecast? Forecast);
