using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Comments;

/// <summary>The comments on the items of a body: read, added, and taken back by who wrote them.</summary>
public sealed class Discussion(AppDb db, IEnumerable<ICommentedItems> commented, ActorNames names, Actor actor, IClock clock)
{
    public static readonly Permission View = new("comments.view", Roles.People);
    public static readonly Permission Edit = new("comments.edit", Roles.People) { PeopleOnly = true };

    /// <summary>Those on one item, oldest first.</summary>
    public async Task<IReadOnlyList<ShownComment>> Of(BodyId body, string section, string key, CancellationToken ct)
    {
        actor.Must(View);
        var found = await db.Set<Comment>().AsNoTracking().Where(c => c.BodyId == body && c.Section == section && c.ItemKey == key)
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Take(Limits.CommentsPerItem).ToListAsync(ct);
        var authors = await names.Of(found.Select(c => c.Author), ct);
        return [.. found.Select(c => new ShownComment(c.Id, c.Section, c.ItemKey, c.Text, authors[c.Author], c.CreatedAt, c.Author == actor.Id))];
    }

    /// <summary>How many there are on each item of a section that has any, by key.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(BodyId body, string section, CancellationToken ct)
    {
        actor.Must(View);
        return await db.Set<Comment>().AsNoTracking().Where(c => c.BodyId == body && c.Section == section).GroupBy(c => c.ItemKey)
            .Select(g => new { g.Key, Number = g.Count() }).OrderBy(c => c.Key).Take(Limits.ItemsPerKind).ToDictionaryAsync(c => c.Key, c => c.Number, ct);
    }

    /// <summary>The newest of the whole body.</summary>
    public async Task<IReadOnlyList<Comment>> Newest(BodyId body, CancellationToken ct)
    {
        actor.Must(View);
        return await db.Set<Comment>().AsNoTracking().Where(c => c.BodyId == body).OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Take(Limits.CommentsSearched).ToListAsync(ct);
    }

    public async Task<Result<Guid>> Add(Body body, string section, string key, string text, CancellationToken ct)
    {
        actor.Must(Edit);
        if (string.IsNullOrWhiteSpace(text) || text.Length > Limits.CommentLength) return Refusal.Of<CommentTexts>("comment.length", Limits.CommentLength);
        if (!StoredText.IsPossible(text)) return Refusal.Of<CommentTexts>("comment.character");
        if (commented.FirstOrDefault(c => c.Section == section) is not { } items || await items.NameOf(body, key, ct) is null) return Refusal.Of<BodiesTexts>("item.not-found");
        var present = db.Set<Comment>().Where(c => c.BodyId == body.BodyId);
        if (await present.CountAsync(c => c.Section == section && c.ItemKey == key, ct) >= Limits.CommentsPerItem) return Refusal.Of<CommentTexts>("comment.too-many", Limits.CommentsPerItem);
        var comment = new Comment { BodyId = body.BodyId, Id = Guid.CreateVersion7(), Section = section, ItemKey = key, Text = text.Trim(), Author = actor.Id, CreatedAt = clock.GetCurrentInstant() };
        db.Add(comment);
        await db.SaveChangesAsync(ct);
        return comment.Id;
    }

    /// <summary>Deletes a comment of one's own; one of others answers as if it were not there.</summary>
    public async Task<Result<bool>> TakeBack(BodyId body, Guid id, CancellationToken ct)
    {
        actor.Must(Edit);
        var comment = await db.Set<Comment>().FirstOrDefaultAsync(c => c.BodyId == body && c.Id == id, ct);
        if (comment is null || comment.Author != actor.Id) return Refusal.Of<CommentTexts>("comment.not-found");
        db.Remove(comment);
        await db.SaveChangesAsync(ct);
        return true;
    }
}

/// <summary>A comment as people read it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Section">Section of the item it is on.</param>
/// <param name="ItemKey">Key of the item.</param>
/// <param name="Text">Its words.</param>
/// <param name="Author">Name of who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="IsOwn">Whoever reads it wrote it.</param>
public sealed record ShownComment(Guid Id, string Section, string ItemKey, string Text, string Author, Instant At, bool IsOwn);
