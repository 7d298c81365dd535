using Microsoft.AspNetCore.Localization;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>
/// The language the browser asks for, whatever the country: the framework's own provider would show German to a browser that wants "en" or
/// "en-US", because it only knows "en-GB".
/// </summary>
public sealed class BrowserLanguage : RequestCultureProvider
{
    /// <summary>First what the person chose, then the browser, then German.</summary>
    public static RequestLocalizationOptions Choosing { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Languages.German),
        SupportedCultures = [.. Languages.All],
        SupportedUICultures = [.. Languages.All],
        RequestCultureProviders = [new CookieRequestCultureProvider(), new BrowserLanguage()],
    };

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var wanted = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Languages.All.FirstOrDefault(c => l.Value.StartsWith(c.TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(c => c is not null);
        return Task.FromResult(wanted is null ? null : new ProviderCultureResult(wanted.Name));
    }
}
