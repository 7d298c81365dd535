using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ResilienceMonitor.Platform.Api;

/// <summary>Adds to the description of an endpoint what its signature does not say: permission, headers, parts of lists, and how it says no.</summary>
internal static class ApiOperation
{
    public const string Permission = "x-permission";

    private const string ProblemName = "Problem";

    private static readonly Dictionary<int, string> Problems = new()
    {
        [400] = "Not readable.",
        [401] = "Nobody is signed in, or the token does not hold.",
        [403] = "The permission is missing.",
        [404] = "It does not exist, or belongs to others.",
        [409] = "It no longer fits what is there.",
        [412] = "It was changed meanwhile, or exists already.",
        [413] = "Too large.",
        [415] = "Not application/json.",
        [422] = "Readable, but values are wrong or a rule says no.",
        [428] = "If-Match or If-None-Match is missing.",
        [429] = "Too many requests.",
    };

    public static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<NeededPermission>().FirstOrDefault() is not { } needed) return;
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions[Permission] = new JsonNodeExtension(JsonValue.Create(needed.Permission.Code));
        operation.Description = $"Permission: {needed.Permission.Code}";
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) Explain(parameter);
        if (metadata.OfType<PagedMark>().Any())
        {
            operation.Parameters.Add(Query("after", "Where the part before ended; take it from next.", JsonSchemaType.String, "own"));
            operation.Parameters.Add(Query("limit", $"At most so many items, 1 to {Limits.ApiPage}.", JsonSchemaType.Integer, PageAsked.Usual));
        }

        var changes = metadata.OfType<VersionMark>().Any();
        if (changes)
        {
            operation.Parameters.Add(Header("If-Match", "The version to replace, as ETag gave it.", "\"3\""));
            if (context.Description.HttpMethod == "PUT") operation.Parameters.Add(Header("If-None-Match", "* to create.", "*"));
        }

        var document = context.Document!;
        document.AddComponent(ProblemName, await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, ct));
        operation.Responses ??= [];
        foreach (var status in StatusesOf(context, changes))
        {
            document.AddComponent($"{ProblemName}{status}", Problem(status, new OpenApiSchemaReference(ProblemName, document)));
            operation.Responses[$"{status}"] = new OpenApiResponseReference($"{ProblemName}{status}", document);
        }
    }

    private static IEnumerable<int> StatusesOf(OpenApiOperationTransformerContext context, bool changes)
    {
        var takes = context.Description.SupportedRequestFormats.Count > 0;
        var inBody = context.Description.RelativePath!.Contains('{', StringComparison.Ordinal);
        return [400, 401, 403, .. inBody ? [404] : Array.Empty<int>(), .. changes ? [412, 428] : Array.Empty<int>(),
            .. takes ? [413, 415] : Array.Empty<int>(), .. context.Description.HttpMethod == "POST" ? [409] : Array.Empty<int>(), 422, 429];
    }

    private static OpenApiResponse Problem(int status, IOpenApiSchema schema) => new()
    {
        Description = Problems[status],
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType
            {
                Schema = schema,
                Example = new JsonObject
                {
                    ["type"] = "about:blank",
                    ["title"] = Problems[status],
                    ["status"] = status,
                    ["code"] = Code(status),
                    ["detail"] = Problems[status],
                    ["reference"] = "0HNF2K7VJ1M3C:00000001",
                },
            },
        },
    };

    private static string Code(int status) => status switch
    {
        412 => "item.changed-meanwhile",
        422 => "content.errors",
        428 => "header.missing",
        _ => Web.ProblemAnswer.Code(status),
    };

    private static void Explain(OpenApiParameter parameter)
    {
        (parameter.Description, parameter.Example) = parameter.Name switch
        {
            "body" => ("Key of the body.", "ags:05958004"),
            "key" => ("Key of the item within its section.", "identity-card"),
            "scenario" => ("Key of a scenario; without it the usual one of the body.", "provider-encryption"),
            "kind" => ("Kind of report: council-paper, council-annex, slides or situation.", "council-paper"),
            "budget" => ("Euro of first-year cash; the best set within it is proposed. Without it the first three measures.", "50000"),
            "hours" => ("Hours since the start of the outage.", "288"),
            "back" => ("What is back, with the hours after the start; may be given several times.", "gate:forensics@216"),
            "othersStandStill" => ("True: services that are not named deliver nothing at all.", "false"),
            "runs" => ("How many times the outage is simulated.", "500"),
            "seed" => ("Start of chance; the same seed gives the same result.", "1"),
            "accuracy" => ("Percent to which figures shall be exact; runs are added until they are, 5,000 at most. Without it as many runs as asked for.", "2"),
            "format" => ("xlsx or csv; without it xlsx.", "xlsx"),
            "goodRows" => ("True: takes what is right although other rows are wrong.", "false"),
            "complete" => ("A table that holds everything: what it does not name is taken out; may be given several times.", "services"),
            "dryRun" => ("True: only says what would happen.", "true"),
            _ => ("Its id.", "019a8f3c-7a60-7c51-9d2e-0c1d2e3f4a5b"),
        };
    }

    private static OpenApiParameter Query(string name, string description, JsonSchemaType type, JsonNode example) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = type }, Example = example };

    private static OpenApiParameter Header(string name, string description, string example) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };
}
