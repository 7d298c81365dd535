using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services.Pages;

namespace ResilienceMonitor.Services;

/// <summary>What a body can let others see of its model: all of it, or one service.</summary>
public sealed class ModelBlocks(AppDb db, ModelReader models, ItemNames names) : IConsentedBlock
{
    public bool Covers(string block) => block == Consents.Model || block.StartsWith(Consents.OneService, StringComparison.Ordinal);

    public async Task<ConsentedContent?> Read(BodyId body, string block, CancellationToken ct)
    {
        if (await ModelOf(body, ct) is not { } model) return null;
        if (block == Consents.Model) return new ConsentedContent(CanonicalJson.Write(model), [Services(model.Services), Resources(model)]);
        var service = block[Consents.OneService.Length..];
        return model.Services.TryGetValue(service, out var content)
            ? new ConsentedContent(CanonicalJson.Write(content), [Services([KeyValuePair.Create(service, content)])])
            : null;
    }

    public async Task<IReadOnlyList<ConsentedItem>> Items(BodyId body, CancellationToken ct) => await ModelOf(body, ct) is { } model
        ? [.. model.Services.Select(s => new ConsentedItem(Consents.OneService + s.Key, names.Of(s.Key, s.Value)))]
        : [];

    private async Task<BodyModel?> ModelOf(BodyId body, CancellationToken ct)
    {
        var key = await db.Bodies.Where(b => b.BodyId == body).OrderBy(b => b.Key).Select(b => b.Key).FirstOrDefaultAsync(ct);
        return key is not null && await models.Load(key, ct) is { Refusal: null } loaded ? loaded.Value : null;
    }

    private ConsentedTable Services(IEnumerable<KeyValuePair<string, ServiceContent>> services) => new(
        ServicesTexts.Get("nav.services"),
        [ServicesTexts.Get("consented.name"), ServicesTexts.Get("consented.responsibility"), ServicesTexts.Get("consented.mtpd")],
        [.. services.Select(s => (IReadOnlyList<string>)[names.Of(s.Key, s.Value), ServiceWords.Of(s.Value.Responsibility), ServiceWords.Time(s.Value.MtpdHours)])]);

    private ConsentedTable Resources(BodyModel model) => new(
        ServicesTexts.Get("consented.resources"),
        [ServicesTexts.Get("consented.name"), ServicesTexts.Get("consented.kind")],
        [.. model.Resources.Select(r => (IReadOnlyList<string>)[names.Of(r.Key, r.Value), ServiceWords.Of(r.Value.Kind)])]);
}
