using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>What a browser sees when there is no page or a page failed: plain words in the usual layout, never a stack trace.</summary>
public static class ErrorAnswer
{
    public static async Task Write(HttpContext http)
    {
        // The route and not the address: in an address there may be secrets, such as the key of an invitation.
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            http.RequestServices.GetRequiredService<ILogger<ErrorShell>>().LogError("The page {Route} failed; the person sees the reference {Reference}", Route(http), http.TraceIdentifier);

        if (ProblemAnswer.IsFor(http))
        {
            await ProblemAnswer.Write(http);
            return;
        }

        // Scripts get the bare status; a page would only confuse them.
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) return;

        // The page that failed has used the renderer of this request; a second page needs services of its own.
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(services.GetRequiredService<CurrentActor>().Actor);
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorShell>(new { Status = http.Response.StatusCode }) { StatusCode = http.Response.StatusCode }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    // The error handler has taken the endpoint away and keeps it in its own feature.
    private static string Route(HttpContext http) =>
        ((http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint) as RouteEndpoint)?.RoutePattern.RawText ?? "(unknown)";
}
