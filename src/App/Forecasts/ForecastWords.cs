using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>What a result says in words: the decision first, then the numbers.</summary>
public static class ForecastWords
{
    /// <summary>The hour people ask about: after three days.</summary>
    private const double ThreeDays = 72;

    /// <summary>"31 von 42 Leistungen stehen nach drei Tagen still."</summary>
    public static string Stopped(SimulatedOutage simulated)
    {
        var services = simulated.Asked.SelectMany(b => b.Result.Services).ToList();
        return string.Format(null, ForecastsTexts.Get("words.stopped"), CountStopped(services), services.Count);
    }

    /// <summary>Services that more likely than not deliver nothing at all after three days.</summary>
    public static int CountStopped(IEnumerable<ServiceResult> services) => services.Count(s => StoppedAt(s.States, ThreeDays) > 0.5);

    /// <summary>One service in a sentence: when anything works again, when the own service is back.</summary>
    public static string Course(ServiceResult service)
    {
        if (service.Own.P90 <= 0) return ForecastsTexts.Get("words.unaffected");
        var own = string.Format(null, ForecastsTexts.Get("words.own"), Say.After(service.Own.P50));
        return service.First.P50 >= service.Own.P50
            ? string.Format(null, ForecastsTexts.Get("words.until-own"), own)
            : string.Format(null, ForecastsTexts.Get("words.first-then-own"), Say.After(service.First.P50), own);
    }

    /// <summary>Most urgent first: the shortest tolerable outage, then the most cases.</summary>
    public static IEnumerable<ServiceResult> ByUrgency(BodyModel model, IEnumerable<ServiceResult> services) => services
        .OrderBy(s => model.Services[s.Key].MtpdHours ?? double.PositiveInfinity)
        .ThenByDescending(s => model.Services[s.Key].CasesPerWeek)
        .ThenBy(s => s.Key, StringComparer.Ordinal);

    private static double StoppedAt(ServiceStates states, double hour) => states.Stopped[states.Hours.Index().Last(h => h.Item <= hour).Index];
}
