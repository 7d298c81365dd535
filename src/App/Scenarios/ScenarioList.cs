using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Scenarios;

/// <summary>The scenarios of a body: the catalogue's, and its own, which replace a catalogue scenario of the same key.</summary>
public sealed class ScenarioList(AppDb db, Actor actor, ReferenceData reference)
{
    public async Task<IReadOnlyDictionary<string, ScenarioContent>> Of(BodyId? body, CancellationToken ct)
    {
        actor.Must(ScenariosFeature.View);
        var all = new Dictionary<string, ScenarioContent>(ScenarioCatalogue.From(reference), StringComparer.Ordinal);
        if (body is { } id)
            foreach (var own in await db.Scenarios.AsNoTracking().Where(s => s.BodyId == id).OrderBy(s => s.Key).Take(Limits.ItemsPerKind).ToListAsync(ct))
                all[own.Key] = own.Content;
        return all;
    }

    public async Task<Result<ScenarioContent>> Find(BodyId? body, string key, CancellationToken ct)
    {
        var all = await Of(body, ct);
        return all.TryGetValue(key, out var found)
            ? found
            : Refusal.Of<ScenariosTexts>("scenario.not-found", key, string.Join(", ", all.Keys.Order(StringComparer.Ordinal)));
    }
}
