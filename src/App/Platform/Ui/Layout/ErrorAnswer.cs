using Microsoft.AspNetCore.Http.HttpResults;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>What a browser sees when there is no page or a page failed: plain words in the usual layout, never a stack trace.</summary>
public static class ErrorAnswer
{
    public static Task Write(HttpContext http)
    {
        // Scripts and other programs get the bare status; a page would only confuse them.
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) return Task.CompletedTask;
        var page = new RazorComponentResult<ErrorShell>(new { Status = http.Response.StatusCode }) { StatusCode = http.Response.StatusCode };
        return page.ExecuteAsync(http);
    }
}
