using System.Text.Json.Nodes;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Events;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>What happened to a body, for programs. It says what kind of actor did something, never which person.</summary>
public static class HistoryRoutes
{
    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("history");
        api.MapGet("/bodies/{body}/history", Changes).Needs(History.View, "listChanges", "The changes of a body's items, newest first, with the contents before and after.").GivesPage<ChangeAnswer>();
        api.MapGet("/bodies/{body}/trail", OfTrail).Needs(Trail.View, "listTrail", "Everything that happened to a body, newest first.").GivesPage<TrailAnswer>();
    }

    private static Task<IResult> Changes(string body, HttpContext http, BodyOfAddress bodies, ListChanges changes) => Page(body, http, bodies, changes.Run,
        e => new ChangeAnswer(e.ChangeId, e.At.ToDateTimeOffset(), e.Kind, e.Subject, ExportTrail.KindOf(e.Actor), Node(e.Before), Node(e.After)));

    private static Task<IResult> OfTrail(string body, HttpContext http, BodyOfAddress bodies, ReadTrail trail) => Page(body, http, bodies, trail.From,
        e => new TrailAnswer(e.ChangeId, e.At.ToDateTimeOffset(), e.Kind, TrailWords.Of(e), ExportTrail.KindOf(e.Actor), ReadTrail.Item(e)));

    private static async Task<IResult> Page<T>(
        string body, HttpContext http, BodyOfAddress bodies, Func<Platform.Tenancy.BodyId, EventPlace?, int, CancellationToken, Task<IReadOnlyList<Event>>> read, Func<Event, T> answer)
    {
        var page = PageAsked.Read(http);
        if (page.Refusal is { } wrong) return ApiProblem.Of(wrong);
        var from = page.Value.After is { } after ? EventPlace.Parse(after) : null;
        if (page.Value.After is not null && from is null) return ApiProblem.Of(Refusal.Of<ApiTexts>("page.wrong", Limits.ApiPage));
        var found = await bodies.Find(body, http.RequestAborted);
        if (found.Refusal is { } refusal) return ApiProblem.Of(refusal);
        var events = await read(found.Value.BodyId, from, page.Value.Limit + 1, http.RequestAborted);
        return page.Value.Answer(http, [.. events.Select(answer)], _ => EventPlace.After(from, [.. events.Take(page.Value.Limit)]).ToString());
    }

    private static JsonNode? Node(string? json) => json is null ? null : JsonNode.Parse(json);
}

/// <summary>One change of an item.</summary>
/// <param name="Change">What is taken back together.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What happened, for example <c>services.changed</c>.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Actor">What kind of actor: person, token, link, local or system.</param>
/// <param name="Before">Content before; missing: there was none.</param>
/// <param name="After">Content after; missing: removed.</param>
public sealed record ChangeAnswer(Guid Change, DateTimeOffset At, string Kind, string Item, string Actor, JsonNode? Before = null, JsonNode? After = null);

/// <summary>One event of the trail.</summary>
/// <param name="Change">Events that happened together share it.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What happened, for example <c>members.added</c>.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Actor">What kind of actor: person, token, link, local or system.</param>
/// <param name="Item">Key of the item; missing: it was about none.</param>
public sealed record TrailAnswer(Guid Change, DateTimeOffset At, string Kind, string Words, string Actor, string? Item = null);
