namespace ResilienceMonitor.Platform.Ui;

/// <summary>Layout, navigation and the parts every page is built from.</summary>
public static class UiFeature
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        return services;
    }

    public static void MapUi(this WebApplication app)
    {
        app.UseStaticFiles();
        app.UseAntiforgery();
        app.MapRazorComponents<AppShell>();
    }
}
