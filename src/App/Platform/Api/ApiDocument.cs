using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Api;

/// <summary>The description of everything programs can ask for (OpenAPI 3.1), made from the endpoints themselves.</summary>
public static class ApiDocument
{
    internal const string Name = "v1";
    private const string Bearer = "token";

    // Beside the interface itself: what its answers point to, and what monitors ask.
    private static readonly string[] Described = ["api/", "health/", "progress/{key}"];

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .Configure<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>(ApiRate.Configure)
        .ConfigureHttpJsonOptions(json => CanonicalJson.AddWords(json.SerializerOptions))
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict)
        .AddSingleton<WrittenApiDocument>()
        .AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint => endpoint.RelativePath is { } path && Described.Any(d => path.StartsWith(d, StringComparison.Ordinal)) && path != "progress/{key}/cancellation";
            options.AddSchemaTransformer(Schema);
            options.AddOperationTransformer(ApiOperation.Describe);
            options.AddDocumentTransformer(Document);
        });

    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes
        .MapGet($"{ApiRoutes.Root}/openapi.json", async (WrittenApiDocument written) => TypedResults.Bytes(await written.Text, "application/json;charset=utf-8"))
        .ExcludeFromDescription().AllowAnonymous();

    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(LocalDate)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date");
        return Task.CompletedTask;
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Resilience Monitor",
            Version = "1",
            Description = "How long an administration is out and what helps most. Contents are those of packages; docs/api.md says how to begin.",
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of a body, made on the page Tokens. Its scopes are codes of permissions." },
        };
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations ?? []).Select(o => o.Value).Where(o => o.Extensions?.ContainsKey(ApiOperation.Permission) == true))
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }
}
