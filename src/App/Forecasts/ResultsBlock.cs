using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>What a body can let others see of its results: the latest stored one of its state as it is.</summary>
public sealed class ResultsBlock(AppDb db, ModelReader models, ItemNames names) : IConsentedBlock
{
    public bool Covers(string block) => block == Consents.Results;

    public async Task<ConsentedContent?> Read(BodyId body, string block, CancellationToken ct)
    {
        var key = await db.Bodies.Where(b => b.BodyId == body).OrderBy(b => b.Key).Select(b => b.Key).FirstOrDefaultAsync(ct);
        if (key is null || await models.Load(key, ct) is not { Refusal: null } loaded) return null;
        var latest = await db.Forecasts.AsNoTracking().Where(f => f.BodyId == body && f.Subject == key && f.AsIs && f.Kind == nameof(OutageResult))
            .OrderByDescending(f => f.CreatedAt).Select(f => new { f.Scenario, f.Packed }).FirstOrDefaultAsync(ct);
        var title = ForecastsTexts.Get("consented.title");
        if (latest is null) return new ConsentedContent("{}", [new ConsentedTable(title, [ForecastsTexts.Get("consented.none")], [])]);
        var result = (await StoredResults.Unpack<OutageResult>(latest.Packed, ct)).Bodies[0];
        return new ConsentedContent(
            CanonicalJson.Write(new { key, latest.Scenario, Services = result.Services.Select(s => new { s.Key, Emergency = Hours(s.Emergency), Own = Hours(s.Own) }) }),
            [new ConsentedTable(title, [ForecastsTexts.Get("consented.service"), ForecastsTexts.Get("consented.emergency"), ForecastsTexts.Get("consented.own")],
                [.. result.Services.Select(s => (IReadOnlyList<string>)[names.Of(s.Key, loaded.Value.Services.GetValueOrDefault(s.Key)), Say.Band(s.Emergency), Say.Band(s.Own)])])]);
    }

    // Missing means: not within the simulated time.
    private static object Hours(TimeBand band) => new { P10 = Finite(band.P10), P50 = Finite(band.P50), P90 = Finite(band.P90) };

    private static double? Finite(double hours) => double.IsFinite(hours) ? hours : null;
}
