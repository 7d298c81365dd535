using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Services.Copying;

/// <summary>Keeps what was taken over into a service, together with the resources that are made for it, as one change.</summary>
public sealed class SaveCopy(AppDb db, AdoptModel adopt, ModelGuard guard, ModelReader models, StarterCatalogue starter, Actor actor, IClock clock)
{
    /// <param name="bodyKey">Whose service.</param>
    /// <param name="key">Its key.</param>
    /// <param name="rowVersion">Number of the row the content was made for.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="made">Missing resources to make, by the key they get; they are what nobody has said anything of yet.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Service>> Run(string bodyKey, string key, int rowVersion, ServiceContent content, IReadOnlyDictionary<string, TemplateMember> made, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        if (made.Count > Limits.ChangedTogether) return Refusal.Of<CopyTexts>("copy.too-many", Limits.ChangedTogether);
        var model = await models.Load(bodyKey, ct);
        if (model.Refusal is { } unknown) return unknown;
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[model.Value.Body.Zone]).Date;
        var resources = made.Where(m => !model.Value.Resources.ContainsKey(m.Key))
            .ToDictionary(m => m.Key, m => StarterModel.Resource(bodyKey, model.Value.Body, starter, m.Value.CatalogueKey, m.Value.Kind, today) with { Name = m.Value.Name }, StringComparer.Ordinal);
        if (await guard.Check(bodyKey, m => m with { Services = Joined(m.Services, [KeyValuePair.Create(key, content)]), Resources = Joined(m.Resources, resources) }, ct) is { } problem) return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var body = await adopt.Run(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        var service = await db.Services.FirstOrDefaultAsync(s => s.BodyId == body.Value.BodyId && s.Key == key, ct);
        if (service is null) return Refusal.Of<ServicesTexts>("service.not-found", key);
        if (service.RowVersion != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        service.Content = content;
        foreach (var (name, resource) in resources) await Put(body.Value.BodyId, name, resource, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }

        await transaction.CommitAsync(ct);
        return service;
    }

    // A resource of this key that was removed comes to life again.
    private async Task Put(Platform.Tenancy.BodyId body, string key, ResourceContent content, CancellationToken ct)
    {
        var present = await db.Resources.IgnoreQueryFilters(["removed"]).FirstOrDefaultAsync(r => r.BodyId == body && r.Key == key, ct);
        if (present is null) db.Resources.Add(new Resource { BodyId = body, Key = key, Content = content });
        else (present.Content, present.RemovedAt) = (content, null);
    }

    private static Dictionary<string, T> Joined<T>(IReadOnlyDictionary<string, T> all, IEnumerable<KeyValuePair<string, T>> more)
    {
        var joined = new Dictionary<string, T>(all, StringComparer.Ordinal);
        foreach (var (key, value) in more) joined[key] = value;
        return joined;
    }
}
