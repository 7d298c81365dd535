using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using ResilienceMonitor.Platform.Events;

namespace ResilienceMonitor.Bodies;

/// <summary>Gives the trail out as a file. By POST, because it leaves a trace itself.</summary>
public static class TrailRoutes
{
    public static void MapTrail(this IEndpointRouteBuilder routes) => routes.MapPost("/trail/export", Export);

    private static async Task<IResult> Export([FromForm] string? body, [FromForm] TrailFormat format, HttpContext http, IAntiforgery antiforgery, ActingBody acting, ExportTrail export)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.BadRequest();
        if (await acting.Find(body, http.RequestAborted) is not { } found) return TypedResults.NotFound();
        var exported = await export.Run(found.BodyId, format, http.RequestAborted);
        if (exported.Refusal is { } refusal) return TypedResults.Problem(refusal.Sentence, statusCode: StatusCodes.Status403Forbidden, title: refusal.Code);
        var (type, name) = format == TrailFormat.Csv ? ("text/csv; charset=utf-8", "csv") : ("application/x-ndjson", "jsonl");
        return TypedResults.Stream(output => Write(exported.Value, output, http.RequestAborted), type, $"trail.{name}");
    }

    private static async Task Write(ExportedTrail trail, Stream output, CancellationToken ct)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true);
        await foreach (var line in trail.Lines.WithCancellation(ct)) await writer.WriteAsync(line + "\n");
    }
}
