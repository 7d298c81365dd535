using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Tables.Lists;
using ResilienceMonitor.Tables.Model;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Remembers what headings of a body's own lists mean, so that nobody is asked twice.</summary>
public sealed class KnownHeads(AppDb db, BodyDirectory bodies, ReferenceData reference, Actor actor, IClock clock)
{
    /// <summary>What is known: by table and folded heading the key of the column.</summary>
    public async Task<IReadOnlyDictionary<(string Table, string Head), string>> Of(BodyId body, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        return await db.Set<KnownHead>().AsNoTracking().Where(h => h.BodyId == body).OrderBy(h => h.Table).ThenBy(h => h.Head).Take(Limits.KnownHeads)
            .ToDictionaryAsync(h => (h.Table, h.Head), h => h.Column, ct);
    }

    /// <summary>Remembers what somebody said. A heading they say nothing of is asked again.</summary>
    public async Task<Refusal?> Remember(string bodyKey, IReadOnlyList<SaidHead> said, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        var present = await db.Set<KnownHead>().Where(h => h.BodyId == body.Value.BodyId).OrderBy(h => h.Head).ToListAsync(ct);
        foreach (var (table, head, column) in said.Select(s => s with { Head = Fold(s.Head) }).Where(IsMeant).DistinctBy(s => (s.Table, s.Head)))
        {
            if (present.Find(h => h.Table == table && h.Head == head) is { } known) (known.Column, known.ChangedAt) = (column, known.Column == column ? known.ChangedAt : clock.GetCurrentInstant());
            else if (present.Count >= Limits.KnownHeads) return Refusal.Of<TablesTexts>("table.too-many-heads", Limits.KnownHeads);
            else db.Add(Added(new KnownHead { BodyId = body.Value.BodyId, Table = table, Head = head, Column = column, ChangedAt = clock.GetCurrentInstant() }));
        }

        await db.SaveChangesAsync(ct);
        return null;

        KnownHead Added(KnownHead head)
        {
            present.Add(head);
            return head;
        }
    }

    internal static string Fold(string head) => Short(Words.Fold(head));

    internal static string Short(string folded) => folded.Length > KnownHead.HeadLength ? folded[..KnownHead.HeadLength] : folded;

    private bool IsMeant(SaidHead said) => said.Head.Length > 0 && ColumnsOf(said.Table) is { } columns && (said.Column == KnownHead.Ignored || columns.Contains(said.Column));

    private IEnumerable<string>? ColumnsOf(string table) => ModelTables.All.FirstOrDefault(t => t.Name == table)?.Columns.Select(c => c.Key)
        ?? reference.Read<ListKind>(ListKind.Catalogue).Entries.FirstOrDefault(k => ListRecognition.TableOf(k.Key) == table).Value?.Columns.Keys;
}

/// <summary>What somebody says a heading means.</summary>
/// <param name="Table">The table the list holds.</param>
/// <param name="Head">The heading as it stands there.</param>
/// <param name="Column">Key of a column, or <see cref="KnownHead.Ignored"/>.</param>
public sealed record SaidHead(string Table, string Head, string Column);
