using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Puts a kept list beside the model: what its rows are about, what is open, and what it proposes.</summary>
public sealed class ReadOwnList(AppDb db, BodyDirectory bodies, ModelReader models, ListWords words, ListProposals proposals, ReferenceData reference, Actor actor)
{
    public async Task<Result<ListReading>> Run(string bodyKey, string key, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        if (await db.Set<OwnList>().AsNoTracking().FirstOrDefaultAsync(l => l.BodyId == body.Value.BodyId && l.Key == key, ct) is not { } list) return Refusal.Of<TablesTexts>("list.not-found");
        var set = await models.LoadSet([bodyKey], ct);
        if (set.Refusal is { } refusal) return refusal;
        var model = set.Value.Asked[0];
        if (!reference.Read<ListKind>(ListKind.Catalogue).Entries.TryGetValue(list.Content.Kind, out var kind)) return Refusal.Of<TablesTexts>("list.kind-unknown");
        var rows = list.Content.Rows.Select(r => Row(r, list.Content, model)).ToList();
        return new ListReading(list, kind, rows, proposals.Of(list.Content, kind, rows, set.Value), model);
    }

    /// <summary>The lists of a body, by key.</summary>
    public async Task<IReadOnlyList<OwnList>> All(Platform.Tenancy.BodyId body, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        return await db.Set<OwnList>().AsNoTracking().Where(l => l.BodyId == body).OrderBy(l => l.Key).Take(Limits.OwnLists).ToListAsync(ct);
    }

    private ReadRow Row(OwnListRow row, OwnListContent list, BodyModel model)
    {
        var subject = ListProposals.Text(list, row, ListReading.SubjectOf(list.Kind));
        if (row.Ignored) return new ReadRow(row, subject, null, true);
        if (row.Means is { } said) return new ReadRow(row, subject, said[(said.IndexOf('/', StringComparison.Ordinal) + 1)..], true);
        return new ReadRow(row, subject, list.Kind == ListKind.ServiceSheet ? words.Application(model, subject) : ByLeika(list, row, model) ?? words.Service(model, subject), false);
    }

    private static string? ByLeika(OwnListContent list, OwnListRow row, BodyModel model) =>
        ListProposals.Leika(list, row) is { } leika ? model.Services.FirstOrDefault(s => s.Value.LeikaKeys.Contains(leika)).Key : null;
}
