using System.Text.Json;
using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Api;

/// <summary>Reads what a program sends, strictly, and writes what it gets: the same JSON as in packages.</summary>
public static class ApiJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = CanonicalJson.Options.MaxDepth };

    public static IResult Ok<T>(T answer) => TypedResults.Content(CanonicalJson.Write(answer), "application/json");

    public static IResult Created<T>(HttpContext http, string address, T answer)
    {
        http.Response.Headers.Location = address;
        return TypedResults.Content(CanonicalJson.Write(answer), "application/json", statusCode: StatusCodes.Status201Created);
    }

    /// <summary>The content of a request, or the answer that says everything that is wrong with it.</summary>
    public static async Task<(T? Content, IResult? Problem)> Read<T>(HttpContext http) where T : class
    {
        if (!http.Request.HasJsonContentType()) return (null, TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        JsonNode? node;
        try
        {
            node = await JsonNode.ParseAsync(http.Request.Body, documentOptions: Strict, cancellationToken: http.RequestAborted);
        }
        catch (JsonException e)
        {
            return (null, ApiProblem.Of(StatusCodes.Status400BadRequest, Refusal.Of<ApiTexts>("json.malformed", e.LineNumber + 1 ?? 1, e.BytePositionInLine + 1 ?? 1)));
        }

        var errors = ContentErrors.Find(node, typeof(T));
        if (errors.Count > 0) return (null, ApiProblem.Of(errors));
        try
        {
            return (node.Deserialize<T>(CanonicalJson.Options), null);
        }
        catch (JsonException)
        {
            // A rule over several fields that the content itself keeps, such as a known time zone.
            return (null, ApiProblem.Of([new ContentError("", "error.value")]));
        }
    }
}
