using Microsoft.AspNetCore.Mvc;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>Packages in and out, for programs.</summary>
public static class PackageRoutes
{
    public static void MapPackages(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("packages");
        api.MapGet("/bodies/{body}/package", Export).Needs(BodiesFeature.Export, "exportPackage", "A body with everything it owns and the bodies it names, as a package.").Gives<Package>();
        api.MapPost("/packages", Import).Needs(BodiesFeature.Edit, "importPackage", "Brings in the bodies of a package: all or none.").Takes<Package>().Gives<ImportedPackage>()
            .WithMetadata(new RequestSizeLimitAttribute(WebLimits.UploadBytes));
    }

    private static async Task<IResult> Export(string body, HttpContext http, ExportPackage export)
    {
        var package = await export.Body(body, http.RequestAborted);
        return package.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.Content(package.Value, "application/json");
    }

    /// <param name="dryRun">True: only says what would happen.</param>
    private static async Task<IResult> Import(bool? dryRun, HttpContext http, ImportPackage import)
    {
        if (!http.Request.HasJsonContentType()) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var imported = await import.Run(http.Request.Body, dryRun ?? false, http.RequestAborted);
        return imported.Refusal is { } refusal ? ApiProblem.Of(refusal) : ApiJson.Ok(imported.Value);
    }
}
