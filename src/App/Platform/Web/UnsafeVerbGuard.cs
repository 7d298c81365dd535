using Microsoft.AspNetCore.Antiforgery;

namespace ResilienceMonitor.Platform.Web;

/// <summary>
/// The rule against forged requests. Whatever may change something (every verb but GET, HEAD, OPTIONS and TRACE) carries the token of one of our
/// pages: the field of its form, or the header <c>RequestVerificationToken</c>. It holds for every endpoint, and no endpoint can opt out. One
/// exception: a <see cref="TokenRequest"/>. Addresses nobody answers go on to their 404.
/// </summary>
public sealed class UnsafeVerbGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task Invoke(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || http.GetEndpoint() is null || http.Features.Get<TokenRequest>() is not null)
        {
            await next(http);
            return;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException refused)
        {
            // A form beyond the limits comes here as well, as the reason that no token could be read.
            http.Response.StatusCode = refused.InnerException is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    }

    internal static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
