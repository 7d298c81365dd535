using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>The items of a body's model, the same for every section.</summary>
public static class ItemRoutes
{
    public static void MapItems<T>(this IEndpointRouteBuilder routes, ItemSection section) where T : ItemContent
    {
        var api = routes.MapApi(section.Name);
        var (one, all) = ($"{char.ToUpperInvariant(section.Singular[0])}{section.Singular[1..]}", $"{char.ToUpperInvariant(section.Name[0])}{section.Name[1..]}");
        var (list, item) = ($"/bodies/{{body}}/{section.Name}", $"/bodies/{{body}}/{section.Name}/{{key}}");
        api.MapGet(list, (string body, HttpContext http, ListItems items) => List(section, body, http, items))
            .Needs(section.View, $"list{all}", $"The {section.Name} of a body, by key.").GivesPage<ItemAnswer<T>>();
        api.MapGet(item, (string body, string key, HttpContext http, FindItem find) => Find(section, body, key, http, find))
            .Needs(section.View, $"get{one}", $"One {section.Singular} of a body.").Gives<T>();
        api.MapPut(item, (string body, string key, HttpContext http, SaveItem save) => Save<T>(section, body, key, http, save))
            .Needs(section.Edit, $"put{one}", $"Creates (If-None-Match: *) or replaces (If-Match) a {section.Singular}.").Takes<T>().Gives<T>().Gives<T>(StatusCodes.Status201Created).NeedsVersion();
        api.MapDelete(item, (string body, string key, HttpContext http, RemoveItem remove) => Remove(section, body, key, http, remove))
            .Needs(section.Edit, $"delete{one}", $"Removes a {section.Singular}; it can be taken back for thirty days.").Produces(StatusCodes.Status204NoContent).NeedsVersion();
    }

    private static async Task<IResult> List(ItemSection section, string body, HttpContext http, ListItems items)
    {
        var page = PageAsked.Read(http);
        if (page.Refusal is { } wrong) return ApiProblem.Of(wrong);
        var found = await items.Run(body, section.Name, page.Value.After, page.Value.Limit + 1, http.RequestAborted);
        return found.Refusal is { } refusal ? ApiProblem.Of(refusal) : page.Value.Answer(http, [.. found.Value.Select(ItemAnswer.Of)], i => i.Key);
    }

    private static async Task<IResult> Find(ItemSection section, string body, string key, HttpContext http, FindItem find)
    {
        var found = await find.Run(body, section.Name, key, http.RequestAborted);
        if (found.Refusal is { } refusal) return ApiProblem.Of(refusal);
        ETag.Set(http, found.Value.Version);
        return ETag.IsKnown(http, found.Value.Version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : ApiJson.Ok(JsonNode.Parse(found.Value.Json)!);
    }

    private static async Task<IResult> Save<T>(ItemSection section, string body, string key, HttpContext http, SaveItem save) where T : ItemContent
    {
        var expected = ETag.Expected(http);
        if (expected.Refusal is { } missing) return ApiProblem.Of(missing);
        var (content, problem) = await ApiJson.Read<T>(http);
        if (content is null) return problem!;
        var saved = await save.Run(body, section.Name, key, expected.Value, content, http.RequestAborted);
        if (saved.Refusal is { } refusal) return ApiProblem.Of(refusal);
        ETag.Set(http, saved.Value.Version);
        var answer = JsonNode.Parse(saved.Value.Json)!;
        return expected.Value.Length > 0 ? ApiJson.Ok(answer) : ApiJson.Created(http, ApiRoutes.Address("bodies", body, section.Name, key), answer);
    }

    private static async Task<IResult> Remove(ItemSection section, string body, string key, HttpContext http, RemoveItem remove)
    {
        var expected = ETag.Expected(http);
        if (expected.Refusal is { } missing) return ApiProblem.Of(missing);
        var removed = await remove.Run(body, section.Name, key, expected.Value, http.RequestAborted);
        return removed.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.NoContent();
    }
}
