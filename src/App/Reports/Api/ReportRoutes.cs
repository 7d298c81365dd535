using System.Globalization;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Api;
using ResilienceMonitor.Forecasts.Pages;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Reports.Pages;
using ResilienceMonitor.Reports.Paper;
using ResilienceMonitor.Reports.Slides;

namespace ResilienceMonitor.Reports.Api;

/// <summary>Papers as files: downloads of the pages, and for programs.</summary>
public static class ReportRoutes
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/council-paper/file/{kind}", PaperFile);
        routes.MapGet("/situation-report/file", SituationFile);
        routes.MapApi("reports").MapGet("/bodies/{body}/reports/{kind}", Report)
            .Needs(ForecastsFeature.Simulate, "getReport", "A paper as a file: council-paper, council-annex, slides, situation, as resmon report writes it. While measures are being compared: 202 with the address of its progress.")
            .Produces<byte[]>(StatusCodes.Status200OK, DocxFile.MediaType, PptxFile.MediaType).Gives<StartedWork>(StatusCodes.Status202Accepted).WithMetadata(new SelectionMark());
    }

    private static async Task<IResult> PaperFile(string kind, HttpContext http, WriteReport write)
    {
        var (form, errors) = (PaperForm.Read(http.Request.Query), new FieldErrors());
        var request = form.Check(errors);
        if (errors.Count > 0 || ReportKinds.Find(kind) is not { } known || known == ReportKind.Situation) return TypedResults.NotFound();
        var file = await write.File(known, request, null, http.RequestAborted);
        if (file.Refusal is not null) return TypedResults.NotFound();

        // What the paper needs is not there yet: the page orders it and shows how far it is.
        return file.Value is { } written ? TypedResults.File(written.Bytes, written.MediaType, written.Name) : TypedResults.LocalRedirect(form.Href("/council-paper"));
    }

    private static async Task<IResult> SituationFile(HttpContext http, WriteReport write)
    {
        var errors = new FieldErrors();
        var selection = SelectionQuery.Read(http.Request.Query).Read(errors, UsualScenario.Runs);
        var form = SoFarForm.Read(http.Request.Query);
        var soFar = form.Sent ? form.Check(errors, null) : null;
        if (errors.Count > 0) return TypedResults.NotFound();
        var file = await write.File(ReportKind.Situation, new PaperRequest(selection), soFar, http.RequestAborted);
        return file is { Refusal: null, Value: { } written } ? TypedResults.File(written.Bytes, written.MediaType, written.Name) : TypedResults.NotFound();
    }

    /// <param name="budget">Euro of first-year cash; the best set within it is proposed.</param>
    /// <param name="hours">Hours since the start of the outage, for the situation.</param>
    /// <param name="back">What is back, for the situation.</param>
    private static async Task<IResult> Report(
        string body, string kind, string? scenario, string? runs, string? seed, string? budget, string? hours, string[]? back, HttpContext http, BodyDirectory bodies, WriteReport write, LoadPaper papers, ForecastWork work)
    {
        var ct = http.RequestAborted;
        var selection = await ForecastApi.Read(body, scenario, runs, seed, Limits.ApiRuns, bodies, ct);
        if (selection.Refusal is { } wrong) return ApiProblem.Of(wrong);
        if (ReportKinds.Find(kind) is not { } known) return ApiProblem.Of(Refusal.Of<ReportsTexts>("report.kind-unknown", kind, string.Join(", ", ReportKinds.Names)));
        if (!TryNumber(budget, out var euro)) return ApiProblem.Of(Refusal.Of<ApiTexts>("query.wrong", "budget"));
        if (!TryNumber(hours, out var lasted)) return ApiProblem.Of(Refusal.Of<ApiTexts>("query.wrong", "hours"));
        var returns = SoFarText.Read(back ?? []);
        if (returns.Refusal is { } unreadable) return ApiProblem.Of(unreadable);
        var request = new PaperRequest(selection.Value) { Budget = euro };
        var file = await write.File(known, request, lasted is { } since ? new() { Hours = since, Returns = returns.Value } : null, ct);
        if (file.Refusal is { } refusal) return ApiProblem.Of(refusal);
        if (file.Value is { } written) return TypedResults.File(written.Bytes, written.MediaType, written.Name);
        var (running, busy) = await PaperWork.Start(work, request, await papers.IsRanked(request, ct), ct);
        if (busy is not null) return ApiProblem.Of(busy);
        var address = $"/progress/{running!.Key}";
        http.Response.Headers.RetryAfter = "2";
        return TypedResults.Accepted(address, new StartedWork(address));
    }

    private static bool TryNumber(string? text, out double? number)
    {
        var read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        number = read ? value : null;
        return read || text is null;
    }
}
