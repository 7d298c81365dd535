using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Ui.Charts.Images;
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

        // Only files that are the same for everybody: in a page, the length could tell what is secret in it.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/css", "text/javascript"]));
        services.AddScoped<ElementIds>();
        services.AddSingleton<ChartImage>();
        services.AddScoped<ShownBody>();
        services.AddRateLimiter(LinkRate.Configure);
        services.AddApi();
        return services;
    }

    /// <param name="app">The application.</param>
    /// <param name="whoAsks">Finds out who asks; it comes after the files of the program, which everybody may have, and before everything else.</param>
    public static void MapUi(this WebApplication app, Action<IApplicationBuilder> whoAsks)
    {
        app.UseRequestLocalization(BrowserLanguage.Choosing);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => ErrorAnswer.Write(http),
            StatusCodeSelector = StatusOf,

            // What is refused is no mistake of the program: it is answered, and not written down as one.
            SuppressDiagnosticsCallback = failed => StatusOf(failed.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(context => ErrorAnswer.Write(context.HttpContext));
        app.UseResponseCompression();
        app.UseStaticFiles(WebFiles.Serving);
        app.UseRateLimiter();
        whoAsks(app);
        app.UseMiddleware<UnsafeVerbGuard>();
        app.UseAntiforgery();
        app.MapRazorComponents<AppShell>();
        app.MapPreferences();
    }
    private static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException wrong => wrong.StatusCode,
        NotPermittedException => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status500InternalServerError,
    };
}
