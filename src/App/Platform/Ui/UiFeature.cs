using ResilienceMonitor.Platform.Ui.Layout;

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
        return services;
    }

    public static void MapUi(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization(BrowserLanguage.Choosing);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = http => ErrorAnswer.Write(http) });
        app.UseStatusCodePages(context => ErrorAnswer.Write(context.HttpContext));
        app.UseStaticFiles(WebFiles.Serving);
        app.UseAuthentication();
        app.UseAntiforgery();
        app.MapRazorComponents<AppShell>();
        app.MapPreferences();
    }
}
