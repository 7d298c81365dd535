using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Reports.Situation;

/// <summary>What a situation report says.</summary>
/// <param name="Body">Who calls.</param>
/// <param name="Scenario">What happened, as far as was assumed.</param>
/// <param name="Hours">Since the start of the outage; null: it is not known, and times count from its start.</param>
/// <param name="Stopped">Services that deliver nothing, most urgent first.</param>
/// <param name="Substituted">Services that run on a substitute, most urgent first.</param>
/// <param name="Working">How many work, still or again.</param>
public sealed record SituationFacts(Body Body, ScenarioContent Scenario, double? Hours, IReadOnlyList<SituationService> Stopped, IReadOnlyList<SituationService> Substituted, int Working)
{
    /// <summary>At the start of an outage of which nothing is known yet.</summary>
    public static SituationFacts Of(Body body, SimulatedOutage simulated)
    {
        var (model, result) = simulated.Asked.First();
        var services = ForecastWords.ByUrgency(model, result.Services).Select(s => (s.Key, Touched: s.ChanceAffected > 0.5, First: BandOf(s.First), Own: BandOf(s.Own))).ToList();
        var stopped = services.Where(s => s.Touched && s.First.P50 > 0).ToList();
        var substituted = services.Where(s => s.Touched && s.First.P50 <= 0).ToList();
        return new(
            body, simulated.Outage.Inputs.Scenario, null,
            [.. stopped.Select(s => new SituationService(s.Key, model.Services[s.Key], s.First))],
            [.. substituted.Select(s => new SituationService(s.Key, model.Services[s.Key], s.Own))],
            services.Count - stopped.Count - substituted.Count);
    }

    /// <summary>In the middle of an outage.</summary>
    public static SituationFacts Of(Body body, RemainedOutage remained)
    {
        var (forecast, inputs) = (remained.Forecast, remained.Outage.Outage.Inputs);
        var model = inputs.Set.Asked[0];
        var missing = forecast.Services.Where(s => s[ServiceLevel.Own].State is LevelState.Out or LevelState.Open).OrderBy(s => model.Services[s.Key].MtpdHours ?? double.PositiveInfinity)
            .ThenByDescending(s => model.Services[s.Key].CasesPerWeek).ThenBy(s => s.Key, StringComparer.Ordinal).ToList();
        var stopped = missing.Where(s => Stands(s[ServiceLevel.First], forecast.Hours)).ToList();
        return new(
            body, inputs.Scenario, forecast.Hours,
            [.. stopped.Select(s => Still(s, ServiceLevel.First))],
            [.. missing.Except(stopped).Select(s => Still(s, ServiceLevel.Own))],
            forecast.Services.Count - missing.Count);

        SituationService Still(RemainingService service, ServiceLevel level) =>
            new(service.Key, model.Services[service.Key], service[level].Now is { } now && now.P50 > forecast.Hours ? new HoursBand(now.P10 - forecast.Hours, now.P50 - forecast.Hours, now.P90 - forecast.Hours) : null);
    }

    // Where nobody said whether a substitute is at work, the runs that agree say what is more likely.
    private static bool Stands(RemainingLevel first, double hours) =>
        first.State == LevelState.Out || (first.State == LevelState.Open && (first.Now ?? first.Before).P50 > hours);

    private static HoursBand BandOf(TimeBand band) => new(band.P10, band.P50, band.P90);
}

/// <summary>A service in an outage.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Service">The service.</param>
/// <param name="Still">Hours from now until that changes; null: it cannot be said.</param>
public sealed record SituationService(string Key, ServiceContent Service, HoursBand? Still);
