using System.Globalization;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>Bodies for programs.</summary>
public static class BodyRoutes
{
    public static void MapBodies(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("bodies");
        api.MapGet("/bodies", List).Needs(BodiesFeature.View, "listBodies", "The bodies you can see, by key.").GivesPage<ItemAnswer<BodyContent>>();
        api.MapPost("/bodies", Create).Needs(BodiesFeature.Edit, "createBody", "Adds a body.").Takes<NewBody>().Gives<BodyContent>(StatusCodes.Status201Created);
        api.MapGet("/bodies/{body}", Find).Needs(BodiesFeature.View, "getBody", "One body.").Gives<BodyContent>();
        api.MapPut("/bodies/{body}", Replace).Needs(BodiesFeature.Edit, "putBody", "Replaces what is known of a body.").Takes<BodyContent>().Gives<BodyContent>().NeedsVersion();
        api.MapDelete("/bodies/{body}", Remove).Needs(BodiesFeature.Edit, "deleteBody", "Removes a body; it can be restored for thirty days.").Produces(StatusCodes.Status204NoContent).NeedsVersion();
        api.MapPost("/bodies/{body}/restoration", Restore).Needs(BodiesFeature.Edit, "restoreBody", "Brings a removed body back.").Gives<BodyContent>();
    }

    private static async Task<IResult> List(HttpContext http, ListBodies bodies)
    {
        var page = PageAsked.Read(http);
        if (page.Refusal is { } wrong) return ApiProblem.Of(wrong);
        var found = await bodies.Run(page.Value.After, page.Value.Limit + 1, http.RequestAborted);
        return page.Value.Answer(http, [.. found.Select(ItemAnswer.Of)], b => b.Key);
    }

    private static async Task<IResult> Create(HttpContext http, CreateBody create)
    {
        var (asked, problem) = await ApiJson.Read<NewBody>(http);
        if (asked is null) return problem!;
        if (asked.Key.Length is 0 or > Limits.KeyLength || asked.Key.Any(c => char.IsControl(c) || c == '/')) return ApiProblem.Of([new ContentError("/key", "error.key", Limits.KeyLength)]);
        var body = await create.Run(asked.Key, asked.Content, http.RequestAborted);
        if (body.Refusal is { } refusal) return ApiProblem.Of(refusal);
        ETag.Set(http, Version(body.Value));
        return ApiJson.Created(http, ApiRoutes.Address("bodies", asked.Key), body.Value.Content);
    }

    private static async Task<IResult> Find(string body, HttpContext http, BodyDirectory bodies)
    {
        var found = await bodies.Find(body, http.RequestAborted);
        if (found.Refusal is null && ETag.IsKnown(http, Version(found.Value)))
        {
            ETag.Set(http, Version(found.Value));
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return Answer(http, found);
    }

    private static async Task<IResult> Replace(string body, HttpContext http, ChangeBody change)
    {
        var expected = Expected(http);
        if (expected.Refusal is { } missing) return ApiProblem.Of(missing);
        var (content, problem) = await ApiJson.Read<BodyContent>(http);
        return content is null ? problem! : Answer(http, await change.Run(body, expected.Value, content, http.RequestAborted));
    }

    private static async Task<IResult> Remove(string body, HttpContext http, BodyDirectory bodies, RemoveBodies remove)
    {
        var expected = Expected(http);
        if (expected.Refusal is { } missing) return ApiProblem.Of(missing);
        if ((await bodies.Find(body, http.RequestAborted)).Refusal is { } refusal) return ApiProblem.Of(refusal);
        return await remove.Run(b => b.Key == body && b.RowVersion == expected.Value, http.RequestAborted) > 0
            ? TypedResults.NoContent()
            : ApiProblem.Of(Refusal.Of<PlatformTexts>("item.changed-meanwhile"));
    }

    private static async Task<IResult> Restore(string body, HttpContext http, RestoreBodies restore, BodyDirectory bodies) =>
        await restore.Run(b => b.Key == body, http.RequestAborted) > 0 ? Answer(http, await bodies.Find(body, http.RequestAborted)) : ApiProblem.NotFound;

    private static IResult Answer(HttpContext http, Result<Body> body)
    {
        if (body.Refusal is { } refusal) return ApiProblem.Of(refusal);
        ETag.Set(http, Version(body.Value));
        return ApiJson.Ok(body.Value.Content);
    }

    private static string Version(Body body) => body.RowVersion.ToString(CultureInfo.InvariantCulture);

    // A version that is no number fits nothing.
    private static Result<int> Expected(HttpContext http)
    {
        var expected = ETag.Expected(http);
        if (expected.Refusal is { } refusal) return refusal;
        if (expected.Value.Length == 0) return Refusal.Of<ApiTexts>("item.exists");
        return int.TryParse(expected.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}

/// <summary>A body to be added.</summary>
/// <param name="Key">Logical key that nobody uses, for example <c>ags:05958004</c>.</param>
/// <param name="Content">What is known of it.</param>
public sealed record NewBody(string Key, BodyContent Content);
