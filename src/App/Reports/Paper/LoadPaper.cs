using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>Loads what a council paper says. The comparison of measures is long work: it is only read here, or done before.</summary>
public sealed class LoadPaper(BodyDirectory bodies, SimulateOutage simulate, RankMeasures rank, FindBestSet bestSets, IClock clock, Actor actor)
{
    /// <summary>What is proposed; null: the comparison it needs is not there yet.</summary>
    public async Task<Result<PaperProposal?>> Propose(PaperRequest request, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        if (request.Selection.Body is null) return Refusal.Of<ReportsTexts>("report.one-body");
        var ranked = await rank.Find(request.Selection, ct);
        if (ranked.Refusal is { } refusal) return refusal;
        if (ranked.Value is not { } ranking) return (PaperProposal?)null;
        if (request.Budget is not { } budget)
        {
            var named = Named(ranking, request.Measures);
            return named.Refusal is { } wrong ? wrong : new PaperProposal(ranking, named.Value);
        }

        var found = await bestSets.Find(request.Selection, budget, ct);
        if (found.Refusal is { } notFound) return notFound;
        return found.Value is { } best ? new PaperProposal(ranking, [.. best.Steps.Select(s => s.Measure).Take(Limits.PaperMeasures)]) : (PaperProposal?)null;
    }

    /// <summary>The facts of the paper; null: the comparison they need is not there yet.</summary>
    public async Task<Result<PaperFacts?>> Find(PaperRequest request, CancellationToken ct)
    {
        var proposed = await Propose(request, ct);
        if (proposed.Refusal is { } refusal) return refusal;
        if (proposed.Value is not { } proposal) return (PaperFacts?)null;
        if (proposal.Measures.Count == 0) return Refusal.Of<ReportsTexts>("report.nothing-helps");
        var body = await bodies.Find(request.Selection.Body!, ct);
        if (body.Refusal is { } noBody) return noBody;
        var asIs = await simulate.Run(request.Selection, null, ct);
        var with = await simulate.Run(request.Selection with { Measures = KeysOf(proposal.Measures) }, null, ct);
        var everything = await simulate.Run(request.Selection with { Measures = KeysOf(proposal.Ranking.Measures.Where(m => m.Helps)) }, null, ct);
        if ((asIs.Refusal ?? with.Refusal ?? everything.Refusal) is { } notSimulated) return notSimulated;
        var costs = CostPlan.Of(proposal.Measures, YearAfter(request, body.Value));
        return new PaperFacts(body.Value, request.Selection.Scenario, request.Fields, asIs.Value, with.Value, everything.Value, proposal.Ranking, proposal.Measures, costs);
    }

    /// <summary>The same, with the comparison done first.</summary>
    public async Task<Result<PaperFacts?>> Run(PaperRequest request, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var ranked = await rank.Run(request.Selection, progress, ct);
        if (ranked.Refusal is { } refusal) return refusal;
        if (request.Budget is { } budget && await bestSets.Run(request.Selection, budget, progress, ct) is { Refusal: { } notFound }) return notFound;
        return await Find(request, ct);
    }

    /// <summary>Whether the comparison of measures is there: then only the best set can be missing.</summary>
    public async Task<bool> IsRanked(PaperRequest request, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        return await rank.Find(request.Selection, ct) is { Refusal: null, Value: not null };
    }

    private static Result<IReadOnlyList<RankedMeasure>> Named(Ranking ranking, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) return ranking.Measures.Where(m => m.Helps).Take(PaperProposal.Usual).ToList();
        if (keys.Count > Limits.PaperMeasures) return Refusal.Of<ReportsTexts>("report.too-many-measures", Limits.PaperMeasures);
        var helping = ranking.Measures.Where(m => m.Helps).ToDictionary(m => m.Key, StringComparer.Ordinal);
        var unknown = keys.Where(k => !helping.ContainsKey(k)).ToList();
        return unknown.Count > 0 ? Refusal.Of<ReportsTexts>("report.measure-not-there", unknown.Count) : keys.Distinct(StringComparer.Ordinal).Select(k => helping[k]).ToList();
    }

    private static IReadOnlyList<string> KeysOf(IEnumerable<RankedMeasure> measures) => [.. measures.Select(m => m.Key).Order(StringComparer.Ordinal)];

    // Money can be provided in the budget after that of the meeting.
    private int YearAfter(PaperRequest request, Body body) =>
        (request.Fields.Date ?? clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[body.Content.Zone]).Date).Year + 1;
}

/// <summary>What a paper proposes.</summary>
/// <param name="Ranking">All measures.</param>
/// <param name="Measures">The proposed ones.</param>
public sealed record PaperProposal(Ranking Ranking, IReadOnlyList<RankedMeasure> Measures)
{
    /// <summary>Measures proposed when nobody chooses: those of the start page.</summary>
    public const int Usual = 3;
}
