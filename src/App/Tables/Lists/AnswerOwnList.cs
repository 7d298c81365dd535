using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Keeps what a person says of a list: what its columns hold and what its rows are about.</summary>
public sealed class AnswerOwnList(AppDb db, BodyDirectory bodies, KnownHeads heads, ReferenceData reference, Actor actor)
{
    public async Task<Result<OwnList>> Run(string bodyKey, string key, int rowVersion, ListAnswers answers, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        if (await db.Set<OwnList>().FirstOrDefaultAsync(l => l.BodyId == body.Value.BodyId && l.Key == key, ct) is not { } list) return Refusal.Of<TablesTexts>("list.not-found");
        if (list.RowVersion != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        var known = reference.Read<ListKind>(ListKind.Catalogue).Entries[list.Content.Kind].Columns;
        var columns = new SortedDictionary<string, int>(list.Content.Columns.ToDictionary(), StringComparer.Ordinal);
        foreach (var (column, place) in answers.Columns.Where(c => known.ContainsKey(c.Key) && c.Value >= 0 && c.Value < list.Content.Heads.Count)) columns[column] = place;
        list.Content = list.Content with { Columns = columns, Rows = [.. list.Content.Rows.Select(r => answers.Rows.TryGetValue(r.Number, out var said) ? r with { Means = said.Means, Ignored = said.Ignored } : r)] };
        if (await heads.Remember(bodyKey, [.. answers.Columns.Where(c => columns.GetValueOrDefault(c.Key, -1) == c.Value).Select(c => new SaidHead(ListRecognition.TableOf(list.Content.Kind), list.Content.Heads[c.Value], c.Key))], ct) is { } full) return full;
        await db.SaveChangesAsync(ct);
        return list;
    }
}

/// <summary>What a person says of a list.</summary>
/// <param name="Columns">By column of the kind the place it has.</param>
/// <param name="Rows">By number of the row what it is about.</param>
public sealed record ListAnswers(IReadOnlyDictionary<string, int> Columns, IReadOnlyDictionary<int, RowAnswer> Rows);

/// <param name="Means">Section and key; null: not said.</param>
/// <param name="Ignored">It has nothing to do with the model.</param>
public sealed record RowAnswer(string? Means, bool Ignored);
