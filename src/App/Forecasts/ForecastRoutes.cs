using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ResilienceMonitor.Forecasts.Pages;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Forecasts;

/// <summary>What pages fetch while work runs or a slider moves.</summary>
public static class ForecastRoutes
{
    /// <summary>In the query: the person has just cancelled long work, so none is started unasked.</summary>
    public const string Cancelled = "cancelled";

    public static void MapForecasts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/progress/{key}", Progress);
        routes.MapPost("/progress/{key}/cancellation", Cancel);
        routes.MapGet("/simulation/curve", Curve);
    }

    // A job of another body is not found, just as one that never was.
    private static async Task<Results<JsonHttpResult<ProgressAnswer>, NotFound>> Progress(string key, ForecastWork work, IClock clock, CancellationToken ct) => await work.Find(key, ct) is { } job
        ? TypedResults.Json(new ProgressAnswer(job.Progress, WorkBox.Words(job, clock.GetCurrentInstant()), !job.IsOpen, null))
        : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, BadRequest>> Cancel(string key, [FromForm] string? next, HttpContext http, IAntiforgery antiforgery, ForecastWork work)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.BadRequest();
        await work.Cancel(key, http.RequestAborted);

        // The page itself without its question, and told to wait for one: else it would start the same work again. A page that heeds this keeps its question.
        var local = next is { Length: > 1 } && next[0] == '/' && next[1] is not ('/' or '\\') ? next : "/";
        return TypedResults.LocalRedirect(local.Contains($"{Cancelled}=yes", StringComparison.Ordinal) ? local : $"{local.Split('?')[0]}?{Cancelled}=yes");
    }

    // A moved slider: few runs, nothing stored.
    private static async Task<Results<RazorComponentResult<ForecastSummary>, NoContent>> Curve(HttpContext http, SimulateOutage simulate)
    {
        var errors = new FieldErrors();
        var selection = SelectionQuery.Read(http.Request.Query).Read(errors, UsualScenario.PreviewRuns);
        if (errors.Count > 0 || selection.Body is null) return TypedResults.NoContent();
        var preview = await simulate.Preview(selection, http.RequestAborted);
        if (preview.Refusal is not null) return TypedResults.NoContent();
        return new RazorComponentResult<ForecastSummary>(new { Simulated = preview.Value.Without, Other = preview.Value.With, Live = true });
    }
}

/// <summary>What progress.js reads.</summary>
public sealed record ProgressAnswer(double Share, string Text, bool Done, string? Next);
