namespace ResilienceMonitor.Services.Pages;

/// <summary>The views of a model.</summary>
public enum ModelTab
{
    Services,
    Resources,
    Picture,
    Providers,
    Tables,
}
