using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;

namespace ResilienceMonitor.Services.Pages;

/// <summary>The latest changes of one item in words.</summary>
public sealed class ItemHistory(History history, ActorNames actors, IClock clock)
{
    private const int Shown = 20;

    /// <param name="body">Whose item.</param>
    /// <param name="section">Section of its kind, such as <c>services</c>: a service and a resource may have the same key.</param>
    /// <param name="key">Key of the item.</param>
    /// <param name="content">Its values now; only a change that led to them can be taken back.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IReadOnlyList<PastChange>> Run(Body body, string section, string key, ItemContent content, CancellationToken ct)
    {
        var now = CanonicalJson.Write<object>(content);
        var events = (await history.Latest(body.BodyId, key, ct)).Where(e => e.Kind.StartsWith($"{section}.", StringComparison.Ordinal)).Take(Shown).ToList();
        var names = await actors.Of(events.Select(e => e.Actor), ct);
        return [.. events.Select(e => new PastChange(
            DateWords.Moment(e.At, body.Content.Zone),
            e.Actor.Value == "local" ? ServicesTexts.Get("history.local") : names[e.Actor],
            ServicesTexts.Get(e.Kind.EndsWith(".changed", StringComparison.Ordinal) ? "history.changed" : "history.adopted"),
            ChangeWords.Between(e.Before, e.After),
            e.Before is not null && e.After == now && clock.GetCurrentInstant() - e.At <= Duration.FromDays(Limits.UndoDays) ? e.ChangeId : null))];
    }

    /// <summary>The content of an item before its latest changes, as canonical JSON; null: the history does not reach so far.</summary>
    /// <param name="body">Whose item.</param>
    /// <param name="section">Section of its kind.</param>
    /// <param name="key">Key of the item.</param>
    /// <param name="changes">How many changes back, from 1 on.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<string?> Before(Body body, string section, string key, int changes, CancellationToken ct) => changes < 1 ? null
        : (await history.Latest(body.BodyId, key, ct)).Where(e => e.Kind.StartsWith($"{section}.", StringComparison.Ordinal)).ElementAtOrDefault(changes - 1)?.Before;
}

/// <summary>A change of an item.</summary>
/// <param name="When">Day and time.</param>
/// <param name="Who">Who made it.</param>
/// <param name="What">What kind of change.</param>
/// <param name="Values">The values that changed.</param>
/// <param name="Undo">Id of the change if it can be taken back now.</param>
public sealed record PastChange(string When, string Who, string What, IReadOnlyList<string> Values, Guid? Undo);
