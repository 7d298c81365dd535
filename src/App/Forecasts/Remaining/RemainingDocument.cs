using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>
/// The machine-readable result of <c>resmon remaining --json</c>; documented in docs/command-line.md. Times are hours after the start of the outage; a time
/// that is missing in a band means "not within five years". Fields may be added, never renamed or removed, within version 1.
/// </summary>
public sealed record RemainingDocument
{
    public string Format { get; init; } = "resmon-remaining";
    public int Version { get; init; } = 1;
    public required string Subject { get; init; }
    public required string Scenario { get; init; }
    public string? Provider { get; init; }
    public required int Runs { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Hash over all inputs.</summary>
    public required string InputHash { get; init; }

    /// <summary>Hash of the model of each body.</summary>
    public required IReadOnlyDictionary<string, string> Snapshots { get; init; }

    /// <summary>Hours since the start of the outage.</summary>
    public required double Hours { get; init; }

    /// <summary>Effective number of runs.</summary>
    public required double EffectiveRuns { get; init; }

    /// <summary>Below it nothing is forecast.</summary>
    public int LeastEffectiveRuns { get; init; } = RemainingForecast.LeastEffectiveRuns;

    public required IReadOnlyList<ServicePart> Services { get; init; }

    public static RemainingDocument Of(RemainedOutage remained, Selection selection) => new()
    {
        Subject = remained.Outage.Outage.Subject,
        Scenario = selection.Scenario,
        Provider = remained.Outage.Outage.Provider,
        Runs = remained.Forecast.Runs,
        Seed = remained.Forecast.Seed,
        InputHash = remained.Inputs.Hash,
        Snapshots = remained.Inputs.Snapshots,
        Hours = remained.Forecast.Hours,
        EffectiveRuns = remained.Forecast.EffectiveRuns,
        Services = [.. remained.Forecast.Services.Select(s => new ServicePart(s.Key, Level(s[ServiceLevel.First]), Level(s[ServiceLevel.Emergency]), Level(s[ServiceLevel.Own])))],
    };

    public string ToJson() => CanonicalJson.Write(this);

    private static LevelPart Level(RemainingLevel level) => new(level.State, level.BackAfter, Band(level.Before), level.Now is { } now ? Band(now) : null, level.EffectiveRuns);

    private static BandPart Band(HoursBand band) => new(Finite(band.P10), Finite(band.P50), Finite(band.P90));

    private static double? Finite(double hours) => double.IsFinite(hours) ? hours : null;

    public sealed record ServicePart(string Key, LevelPart First, LevelPart Emergency, LevelPart Own);

    public sealed record LevelPart(LevelState State, double? BackAfter, BandPart Before, BandPart? Now, double EffectiveRuns);

    public sealed record BandPart(double? P10, double? P50, double? P90);
}
