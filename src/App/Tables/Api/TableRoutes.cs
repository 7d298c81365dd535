using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Web;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Api;

/// <summary>Tables in and out: for programs, and as downloads of the pages.</summary>
public static class TableRoutes
{
    public static void MapTables(this IEndpointRouteBuilder routes)
    {
        // By POST, because contents leave the house and a person may have to prove first who they are.
        routes.MapPost("/tables/export", Download);
        routes.MapPost("/tables/template", Template);
        var api = routes.MapApi("tables");
        api.MapGet("/bodies/{body}/tables", Export).Needs(TablesFeature.Export, "exportTables", "The model of a body as tables, one sheet or file each. Needs services.view and measures.view too.")
            .Produces<byte[]>(StatusCodes.Status200OK, new XlsxFile().MediaType, new CsvFile().MediaType);
        api.MapPost("/bodies/{body}/tables", Import).Needs(TablesFeature.Import, "importTables", "Takes tables (XLSX, CSV, or a ZIP of CSV files) over into the model of a body. Needs services.view and measures.view too.")
            .Accepts<byte[]>("*/*").Gives<TableImportAnswer>().WithMetadata(new RequestSizeLimitAttribute(WebLimits.UploadBytes));
    }

    private static async Task<IResult> Download([FromForm] string? body, [FromForm] TableFormat format, HttpContext http, IAntiforgery antiforgery, ExportTables export)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.BadRequest();
        var file = await export.Run(body ?? "", format, http.RequestAborted);
        if (file.Refusal is { Code: "sign-in.not-fresh" }) return TypedResults.LocalRedirect(FreshSignIn.AddressFor($"/tables?body={Uri.EscapeDataString(body ?? "")}"));
        return file.Refusal is null ? TypedResults.File(file.Value.Bytes, file.Value.MediaType, file.Value.Name) : TypedResults.NotFound();
    }

    private static async Task<IResult> Template([FromForm] TableFormat format, HttpContext http, IAntiforgery antiforgery, WriteTemplate template)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.BadRequest();
        var file = template.Run(format);
        return TypedResults.File(file.Bytes, file.MediaType, file.Name);
    }

    private static async Task<IResult> Export(string body, TableFormat? format, HttpContext http, ExportTables export)
    {
        var file = await export.Run(body, format ?? TableFormat.Xlsx, http.RequestAborted);
        return file.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.File(file.Value.Bytes, file.Value.MediaType, file.Value.Name);
    }

    /// <param name="dryRun">True: only says what would happen.</param>
    /// <param name="goodRows">True: takes what is right although other rows are wrong.</param>
    /// <param name="complete">Tables that hold everything: what they do not name is taken out.</param>
    private static async Task<IResult> Import(string body, bool? dryRun, bool? goodRows, [FromQuery] string[]? complete, HttpContext http, ImportTables import)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var options = new TableImportOptions(dryRun ?? false, goodRows ?? false, (complete ?? []).ToHashSet(StringComparer.Ordinal));
        var imported = await import.Run(body, bytes.ToArray(), options, http.RequestAborted);
        return imported.Refusal is { } refusal ? ApiProblem.Of(refusal) : ApiJson.Ok(TableImportAnswer.Of(imported.Value));
    }
}

/// <summary>What an import did or would do, for programs.</summary>
/// <param name="Written">False: a dry run, rows were wrong, or nothing changed.</param>
/// <param name="GoodRows">Rows that are right.</param>
/// <param name="WrongRows">Rows that are left out.</param>
/// <param name="Errors">What is wrong with them.</param>
/// <param name="Notes">What was not read.</param>
/// <param name="Differences">What changes, row by row.</param>
public sealed record TableImportAnswer(
    bool Written, int GoodRows, int WrongRows, IReadOnlyList<TablePlace> Errors, IReadOnlyList<TablePlace> Notes, IReadOnlyList<TableDifferenceAnswer> Differences)
{
    internal static TableImportAnswer Of(TableImport done) => new(done.Written, done.GoodRows, done.WrongRows, [.. done.Errors.Select(TablePlace.Of)], [.. done.Notes.Select(TablePlace.Of)],
        [.. done.Differences.Select(d => new TableDifferenceAnswer(d.Table.Name, d.Kind, d.Name, d.Values))]);
}

/// <summary>Something about a place in a file.</summary>
public sealed record TablePlace(string Code, string Text, string? Sheet, int? Row, string? Column, string? Cell)
{
    internal static TablePlace Of(FileProblem problem) => new(problem.Code, problem.Text.ToString(), problem.Sheet, problem.Row, problem.Column, problem.Cell);
}

/// <summary>A row that comes, changes or goes.</summary>
public sealed record TableDifferenceAnswer(string Table, RowChange Change, string Name, IReadOnlyList<ValueChange> Values);
