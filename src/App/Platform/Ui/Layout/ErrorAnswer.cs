using Microsoft.AspNetCore.Http.HttpResults;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>What a browser sees when there is no page or a page failed: plain words in the usual layout, never a stack trace.</summary>
public static class ErrorAnswer
{
    public static async Task Write(HttpContext http)
    {
        // Scripts and other programs get the bare status; a page would only confuse them.
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) return;

        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            http.RequestServices.GetRequiredService<ILogger<ErrorShell>>().LogError("The page {Path} failed; the person sees the reference {Reference}", http.Request.Path, http.TraceIdentifier);

        // The page that failed has used the renderer of this request; a second page needs services of its own.
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
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
}
