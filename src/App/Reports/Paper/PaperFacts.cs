using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>Everything a council paper says, loaded once: public part, annex and slides are written from the same facts.</summary>
/// <param name="Body">Whose paper it is.</param>
/// <param name="Scenario">Key of the scenario.</param>
/// <param name="Fields">What the body filled in.</param>
/// <param name="AsIs">The outage as things are.</param>
/// <param name="Proposed">The same runs with the proposed measures.</param>
/// <param name="Everything">The same runs with all measures that help.</param>
/// <param name="Ranking">All measures by what they gain.</param>
/// <param name="Measures">The proposed ones; the paper numbers them in this order.</param>
/// <param name="Costs">What these cost.</param>
public sealed record PaperFacts(
    Body Body, string Scenario, PaperFields Fields, SimulatedOutage AsIs, SimulatedOutage Proposed, SimulatedOutage Everything, Ranking Ranking, IReadOnlyList<RankedMeasure> Measures, CostPlan Costs)
{
    /// <summary>Services shown in pictures.</summary>
    public const int ServicesShown = 10;

    public BodyModel Model => AsIs.Outage.Inputs.Set.Asked[0];

    public BodyResult Result => AsIs.Result.Bodies[0];

    /// <summary>Service days gained by the proposed measures together, in the same runs.</summary>
    public GainOfRuns Together => PairedRuns.Difference(Result.Total.DaysLostByRun, Proposed.Result.Bodies[0].Total.DaysLostByRun);

    /// <summary>The most urgent services that the outage touches more likely than not.</summary>
    public IReadOnlyList<ServiceResult> Urgent => [.. ForecastWords.ByUrgency(Model, Result.Services.Where(s => s.ChanceAffected > 0.5)).Take(ServicesShown)];
}
