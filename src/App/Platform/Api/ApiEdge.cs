using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Api;

/// <summary>Stands before every endpoint for programs: the permission first, and two who change the same at the same moment.</summary>
public sealed class ApiEdge : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeededPermission>() is { } needed) http.RequestServices.GetRequiredService<Actor>().Must(needed.Permission);
        try
        {
            return await next(context);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ApiProblem.Of(Refusal.Of<PlatformTexts>("item.changed-meanwhile"));
        }
    }
}
