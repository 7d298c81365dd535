using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Takes what a person chose of a list's proposals into the model, as one change that can be taken back.</summary>
public sealed class TakeProposals(ReadOwnList lists, TableModel models, SaveModel save, ModelGuard guard, Actor actor, IClock clock)
{
    /// <returns>By which the change is taken back.</returns>
    public async Task<Result<Guid>> Run(string bodyKey, string key, IReadOnlySet<string> chosen, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var reading = await lists.Run(bodyKey, key, ct);
        if (reading.Refusal is { } refusal) return refusal;
        var taken = reading.Value.Proposals.Where(p => chosen.Contains(p.Id)).ToList();
        if (taken.Count == 0) return Refusal.Of<TablesTexts>("list.none-chosen");
        // Somebody took one meanwhile, or the model changed: what was seen is no longer what would happen.
        if (taken.Count < chosen.Count) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        var loaded = await models.Load(bodyKey, ct);
        if (loaded.Refusal is { } missing) return missing;
        var changed = taken.Aggregate(loaded.Value.Model, (m, p) => p.Apply(m));
        if (await guard.Check(bodyKey, _ => changed, ct) is { } problem) return problem;
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[loaded.Value.Body.Content.Zone]).Date;
        var origin = new Origin(OriginKind.Import, today, reading.Value.List.Content.Origin.Source);
        return await save.Run(loaded.Value, loaded.Value.With(changed, loaded.Value.Measures, origin), ct);
    }
}
