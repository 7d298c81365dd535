using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Events;

namespace ResilienceMonitor.Services.Api;

/// <summary>Takes changes back, for programs.</summary>
public static class UndoRoutes
{
    public static void MapUndo(this IEndpointRouteBuilder routes) => routes.MapApi("history").MapPost("/bodies/{body}/undo/{change}", Undo)
        .Needs(History.Undo, "undoChange", "Takes a change of the last thirty days back, unless something of it was changed since. Needs services.edit too.").Gives<UndoneAnswer>();

    private static async Task<IResult> Undo(string body, string change, HttpContext http, UndoModelChange undo)
    {
        if (!Guid.TryParse(change, out var id)) return ApiProblem.NotFound;
        var undone = await undo.Run(body, id, http.RequestAborted);
        return undone.Refusal is { } refusal ? ApiProblem.Of(refusal) : ApiJson.Ok(new UndoneAnswer(undone.Value));
    }
}

/// <summary>How many items were put back.</summary>
public sealed record UndoneAnswer(int Items);
