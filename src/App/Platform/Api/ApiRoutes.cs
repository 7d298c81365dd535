using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Api;

/// <summary>What all addresses for programs have in common.</summary>
public static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>Below it, an endpoint must say which permission it needs.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string tag)
    {
        var group = routes.MapGroup(Root).WithTags(tag).RequireRateLimiting(ApiRate.Policy);
        group.AddEndpointFilter<ApiEdge>();
        return group;
    }

    /// <summary>Says which permission an endpoint needs. The use case asks again; here nothing is even read before.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Permission permission, string name, string summary) =>
        endpoint.WithMetadata(new NeededPermission(permission)).WithName(name).WithSummary(summary);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<T>(status, "application/json");

    /// <summary>A list that is given out in parts.</summary>
    public static RouteHandlerBuilder GivesPage<T>(this RouteHandlerBuilder endpoint) => endpoint.Gives<PageAnswer<T>>().WithMetadata(new PagedMark());

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) where T : notnull => endpoint.Accepts<T>("application/json");

    /// <summary>A change of something that exists names the version it replaces.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new VersionMark());

    /// <summary>Address of a body or of something of it.</summary>
    public static string Address(params IEnumerable<string> parts) => $"{Root}/{string.Join('/', parts.Select(Uri.EscapeDataString))}";
}

/// <summary>The permission of an endpoint.</summary>
public sealed record NeededPermission(Permission Permission);

/// <summary>The endpoint takes <c>after</c> and <c>limit</c>.</summary>
public sealed record PagedMark;

/// <summary>The endpoint takes <c>If-Match</c>.</summary>
public sealed record VersionMark;
