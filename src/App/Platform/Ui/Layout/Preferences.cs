using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>Language and theme, each a plain form in the header that leads back to the page it came from.</summary>
public static class Preferences
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/preferences/language", SetLanguage).AllowAnonymous();
        routes.MapPost("/preferences/theme", SetTheme).AllowAnonymous();
    }

    private static RedirectHttpResult SetLanguage(HttpContext http, [FromForm] string language, [FromForm] string returnUrl)
    {
        if (Languages.All.FirstOrDefault(c => c.Name == language) is { } culture)
            Keep(http, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));
        return Back(returnUrl);
    }

    private static RedirectHttpResult SetTheme(HttpContext http, [FromForm] string theme, [FromForm] string returnUrl)
    {
        if (Theme.All.Contains(theme)) Keep(http, Theme.Cookie, theme);
        return Back(returnUrl);
    }

    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });

    /// <summary>Only to our own pages: an address from outside in the form leads to the start page.</summary>
    private static RedirectHttpResult Back(string returnUrl) =>
        TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
