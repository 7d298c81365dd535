using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Overview.Visits;

/// <summary>What of a model has changed since a moment: each item once, the latest first.</summary>
public sealed class ListChangesSince(AppDb db, IEnumerable<ItemKind> kinds, ItemNames names, Actor actor)
{
    private const int MostEvents = 500;
    private const int Shown = 5;

    public async Task<ChangesSince?> Run(Body body, Instant since, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var sections = kinds.Where(k => !k.IsTheBody).SelectMany(k => new[] { $"{k.Section}.added", $"{k.Section}.changed", $"{k.Section}.removed" }).ToList();
        var events = await db.Events.AsNoTracking().Where(e => e.BodyId == body.BodyId && e.At > since && sections.Contains(e.Kind))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Position).Take(MostEvents).ToListAsync(ct);
        var items = events.DistinctBy(e => (SectionOf(e), e.Subject)).ToList();
        return items.Count == 0 ? null : new ChangesSince(since, items.Count, events.Count == MostEvents, [.. items.Take(Shown).Select(e => new ChangedItem(TrailWords.Of(e), NameOf(e), AddressOf(body, e)))]);
    }

    private static string SectionOf(Event happened) => happened.Kind[..happened.Kind.IndexOf('.', StringComparison.Ordinal)];

    private string NameOf(Event happened) => JsonNode.Parse(happened.After ?? happened.Before ?? "{}") is JsonObject item
        ? names.Of(happened.Subject, item["name"]?.GetValue<string>(), item["catalogueKey"]?.GetValue<string>()) : happened.Subject;

    // Only services and resources have pages of their own, and only as long as they are there.
    private static string? AddressOf(Body body, Event happened) => SectionOf(happened) is "services" or "resources" && happened.After is not null
        ? $"/{SectionOf(happened)}/{Uri.EscapeDataString(happened.Subject)}?body={Uri.EscapeDataString(body.Key)}" : null;
}

/// <summary>What has changed since a visit.</summary>
/// <param name="Since">The visit.</param>
/// <param name="Count">Items that changed.</param>
/// <param name="More">There are more than are counted.</param>
/// <param name="Items">The latest.</param>
public sealed record ChangesSince(Instant Since, int Count, bool More, IReadOnlyList<ChangedItem> Items);

/// <param name="What">What happened to it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Its page; null: it has none.</param>
public sealed record ChangedItem(string What, string Name, string? Address);
