using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Platform.Ui;

/// <summary>Layout, navigation and the parts every page is built from.</summary>
public static class UiFeature
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "resmon.form");
        services.AddSingleton<WebFiles>();
        services.AddScoped<ElementIds>();
        services.AddRateLimiter(LinkRate.Configure);
        return services;
    }

    public static void MapUi(this WebApplication app)
    {
        app.UseRequestLocalization(BrowserLanguage.Choosing);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => ErrorAnswer.Write(http),
            StatusCodeSelector = e => e is BadHttpRequestException wrong ? wrong.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(context => ErrorAnswer.Write(context.HttpContext));
        app.UseStaticFiles(WebFiles.Serving);
        app.UseRateLimiter();
        app.UseMiddleware<UnsafeVerbGuard>();
        app.UseAuthentication();
        app.UseAntiforgery();
        app.MapRazorComponents<AppShell>();
        app.MapPreferences();
    }
}
