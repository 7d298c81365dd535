using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Addresses of the pages; the body always goes along.</summary>
internal static class ModelAddress
{
    public static string Services(ModelView view) => $"/services?{BodyOf(view)}";

    public static string Service(ModelView view, string key) => $"/services/{Uri.EscapeDataString(key)}?{BodyOf(view)}";

    public static string EditService(ModelView view, string key) => $"/services/{Uri.EscapeDataString(key)}/edit?{BodyOf(view)}";

    /// <summary>The picture of all dependencies, or of those of one service.</summary>
    public static string Picture(ModelView view, string? service = null) =>
        $"/dependencies?{BodyOf(view)}{(service is null ? "" : $"&service={Uri.EscapeDataString(service)}")}";

    public static string Resources(ModelView view) => $"/resources?{BodyOf(view)}";

    /// <summary>A resource a provider runs is shown as this body sees it.</summary>
    public static string Resource(ModelView view, EntityRef resource) =>
        $"/resources/{Uri.EscapeDataString(resource.Key)}?{BodyOf(view)}{(view.IsOwn(resource) ? "" : $"&at={Uri.EscapeDataString(resource.Body)}")}";

    /// <summary>The pages of later features.</summary>
    public static string Tables(ModelView view) => $"/tables?{BodyOf(view)}";

    public static string Providers(ModelView view) => $"/providers?{BodyOf(view)}";

    public static string EditResource(ModelView view, string key) => $"/resources/{Uri.EscapeDataString(key)}/edit?{BodyOf(view)}";

    /// <summary>The page that takes over from another service; with the body only where no form adds it.</summary>
    public static string CopyService(string key, ModelView? view = null) => $"/services/{Uri.EscapeDataString(key)}/copy{(view is null ? "" : $"?{BodyOf(view)}")}";

    /// <inheritdoc cref="CopyService"/>
    public static string CopyResource(string key, ModelView? view = null) => $"/resources/{Uri.EscapeDataString(key)}/copy{(view is null ? "" : $"?{BodyOf(view)}")}";

    private static string BodyOf(ModelView view) => $"{CurrentBody.Query}={Uri.EscapeDataString(view.Body.Key)}";
}
