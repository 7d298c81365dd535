using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Services.Copying;

/// <summary>The services a body has published as templates, and nothing of the others.</summary>
public sealed class TemplatesBlock(AppDb db, ModelReader models, ItemNames names) : IConsentedBlock
{
    public bool Covers(string block) => block == Consents.Templates;

    public async Task<ConsentedContent?> Read(BodyId body, string block, CancellationToken ct)
    {
        var key = await db.Bodies.Where(b => b.BodyId == body).OrderBy(b => b.Key).Select(b => b.Key).FirstOrDefaultAsync(ct);
        if (key is null || await models.LoadSet([key], ct) is not { Refusal: null } loaded) return null;
        var set = loaded.Value;
        IReadOnlyList<ServiceTemplate> templates = [.. set.Asked[0].Services.Where(s => s.Value.PublishedOn is not null).Select(s => ServiceTemplate.Of(s.Key, s.Value, r => Find(set, r)))];
        return new ConsentedContent(CanonicalJson.Write(templates), [new ConsentedTable(
            CopyTexts.Get("templates.title"),
            [CopyTexts.Get("templates.name"), CopyTexts.Get("part.substitutes"), CopyTexts.Get("part.deadlines")],
            [.. templates.Select(t => (IReadOnlyList<string>)
            [
                names.Of(t.Key, t.Name, t.CatalogueKey),
                string.Join(", ", t.Substitutes.Select(s => names.Of(s.Substitute.Key, s.Substitute.Name, s.Substitute.CatalogueKey))),
                string.Join(", ", t.Deadlines.Select(d => names.Of(d.Key, d.Name, d.CatalogueKey))),
            ])])]);
    }

    private static ResourceContent? Find(ModelSet set, string reference)
    {
        var resource = ResourceKey.Parse(reference, set.Asked[0].Key);
        return set.All.FirstOrDefault(m => m.Key == resource.Body)?.Resources.GetValueOrDefault(resource.Key);
    }
}
