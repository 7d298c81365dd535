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
        var given = ConditionalForecast.Given([.. soFar.Returns.Where(IsTelling).Select(Back), .. services.Where(still.ContainsKey).Select(key => still[key])], count, noise);
        return new()
        {
            Hours = soFar.Hours,
            Runs = count,
            Seed = seed,
            EffectiveRuns = given.EffectiveRuns,
            Services = [.. services.Select(key => Service(key, still.TryGetValue(key, out var own) ? given.Without(own) : given, given.EffectiveRuns))],
        };
    }

    // What is known to be out cannot have come back: runs in which it has do not count for it.
    private RemainingService Service(string key, ConditionalForecast given, double overall) => new(key, [.. Levels.Select(level =>
    {
        var state = StateOf(key, level);
        var hours = Times(key, level);
        var before = Band(hours, [.. Enumerable.Repeat(1.0, hours.Length)]);
        if (state is LevelState.Back or LevelState.Untouched) return new RemainingLevel(state, BackAfter(key, level), before, null, 0);
        double[] weights = [.. given.Weights];
        for (var run = 0; run < weights.Length; run++)
            if (state == LevelState.Out && hours.Span[run] <= soFar.Hours)
                weights[run] = 0;
        var effective = ConditionalForecast.EffectiveNumber(weights);
        var enough = Math.Min(effective, overall) >= RemainingForecast.LeastEffectiveRuns;
        return new RemainingLevel(state, null, before, enough ? Band(hours, weights) : null, effective);
    })]);

    // That something was never gone says nothing of the rest if hardly any run knows it so: those in which it was gone shortest are no better than others.
    private bool IsTelling(KnownReturn back) => back.Hours > 0 || TimesOf(back).Span.Count(0f) >= RemainingForecast.LeastEffectiveRuns;

    private SeenTime Back(KnownReturn back) => SeenTime.Back(back.Hours / HoursOfDay, Days(TimesOf(back)));

    // The lowest of its times that is known not to be reached; null: none, or the scenario never touches it.
    private ServiceLevel? FirstOut(string key)
    {
        if (IsUntouched(key)) return null;
        if (!returns.Contains(key)) return soFar.OthersStandStill ? ServiceLevel.First : ServiceLevel.Own;
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

    private static HoursBand Band(ReadOnlyMemory<float> hours, IReadOnlyList<double> weights)
    {
        var values = new (double, double)[hours.Length];
        for (var run = 0; run < values.Length; run++) values[run] = (hours.Span[run], weights[run]);
        var (p10, p50, p90) = WeightedQuantiles.Three([.. values.Where(v => v.Item2 > 0)]);
        return new(p10, p50, p90);
    }

    private ReadOnlyMemory<float> TimesOf(KnownReturn back) => Times(OutageProbes.KeyOf(back.Thing, back.Key), back.Level);

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
