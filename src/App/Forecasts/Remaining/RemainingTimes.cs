using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>Weighs the runs of a body by what is known, and reads from them when the rest is back.</summary>
/// <param name="runs">Times of all services and probes in each run.</param>
/// <param name="soFar">What is known.</param>
/// <param name="noise">Standard deviation of an observation on ln(1 + day).</param>
internal sealed class RemainingTimes(RunsOfBody runs, OutageSoFar soFar, double noise)
{
    private const double HoursOfDay = 24;
    private static readonly ServiceLevel[] Levels = [ServiceLevel.First, ServiceLevel.Emergency, ServiceLevel.Own];

    private readonly Dictionary<string, RunsOfService> byKey = runs.Services.ToDictionary(s => s.Key, StringComparer.Ordinal);
    private readonly ILookup<string, KnownReturn> returns = soFar.Returns.ToLookup(r => OutageProbes.KeyOf(r.Thing, r.Key), StringComparer.Ordinal);

    /// <param name="services">Keys of the services of the body.</param>
    /// <param name="count">Number of runs.</param>
    /// <param name="seed">Seed of the runs.</param>
    public RemainingForecast Of(IReadOnlyList<string> services, int count, ulong seed)
    {
        var still = services.Where(key => FirstOut(key) is not null).ToDictionary(key => key, StillOut, StringComparer.Ordinal);
        var back = soFar.Returns.Select(r => SeenTime.Back(r.Hours / HoursOfDay, Days(Times(OutageProbes.KeyOf(r.Thing, r.Key), r.Level))));
        var given = ConditionalForecast.Given([.. back, .. services.Where(still.ContainsKey).Select(key => still[key])], count, noise);
        return new()
        {
            Hours = soFar.Hours,
            Runs = count,
            Seed = seed,
            EffectiveRuns = given.EffectiveRuns,
            Services = [.. services.Select(key => Service(key, still.TryGetValue(key, out var own) ? given.Without(own).Weights : null, given.EffectiveRuns))],
        };
    }

    private RemainingService Service(string key, IReadOnlyList<double>? weights, double overall)
    {
        if (weights is null) return new(key, 0, [.. Levels.Select(level => new RemainingLevel(StateOf(key, level), BackAfter(key, level), Band(key, level, null), null))]);

        // What is still out cannot have come back: runs in which it has do not count for it.
        var out1 = Times(key, FirstOut(key)!.Value).Span;
        var own = new double[weights.Count];
        for (var run = 0; run < own.Length; run++) own[run] = out1[run] > soFar.Hours ? weights[run] : 0;
        var effective = ConditionalForecast.EffectiveNumber(own);
        var enough = Math.Min(effective, overall) >= RemainingForecast.LeastEffectiveRuns;
        return new(key, effective, [.. Levels.Select(level =>
        {
            var state = StateOf(key, level);
            return new RemainingLevel(state, BackAfter(key, level), Band(key, level, null), state == LevelState.Out && enough ? Band(key, level, own) : null);
        })]);
    }

    // The lowest of its times that is known not to be reached; null: none, or the scenario never touches it.
    private ServiceLevel? FirstOut(string key)
    {
        if (IsUntouched(key)) return null;
        if (!returns.Contains(key)) return soFar.OthersMayBeMakeshift ? ServiceLevel.Own : ServiceLevel.First;
        var reached = returns[key].Max(r => r.Level);
        return reached == ServiceLevel.Own ? null : reached + 1;
    }

    private LevelState StateOf(string key, ServiceLevel level)
    {
        if (returns[key].Any(r => r.Level >= level)) return LevelState.Back;
        if (IsUntouched(key)) return LevelState.Untouched;
        return level >= FirstOut(key) ? LevelState.Out : LevelState.Open;
    }

    private double? BackAfter(string key, ServiceLevel level) => returns[key].FirstOrDefault(r => r.Level == level)?.Hours;

    private bool IsUntouched(string key) => !byKey[key].Own.Span.ContainsAnyExcept(0f);

    private SeenTime StillOut(string key) => SeenTime.StillOut(soFar.Hours / HoursOfDay, Days(Times(key, FirstOut(key)!.Value)));

    private HoursBand Band(string key, ServiceLevel level, double[]? weights)
    {
        var hours = Times(key, level).Span;
        var values = new List<(double, double)>(hours.Length);
        for (var run = 0; run < hours.Length; run++)
            if (weights is null || weights[run] > 0)
                values.Add((hours[run], weights?[run] ?? 1));
        var (p10, p50, p90) = WeightedQuantiles.Three([.. values]);
        return new(p10, p50, p90);
    }

    private ReadOnlyMemory<float> Times(string key, ServiceLevel level) => level switch
    {
        ServiceLevel.First => byKey[key].First,
        ServiceLevel.Emergency => byKey[key].Emergency,
        ServiceLevel.Own => byKey[key].Own,
    };

    private static double[] Days(ReadOnlyMemory<float> hours)
    {
        var days = new double[hours.Length];
        for (var run = 0; run < days.Length; run++) days[run] = hours.Span[run] / HoursOfDay;
        return days;
    }
}
