using ResilienceMonitor.Bodies.Api;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Forecasts.Api;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Api;
using ResilienceMonitor.Tables.Api;

namespace ResilienceMonitor.Overview;

/// <summary>Everything programs can ask for, and its description.</summary>
public static class ProgramRoutes
{
    public static void MapPrograms(this WebApplication app)
    {
        var sections = app.Services.GetServices<ItemSection>().ToDictionary(s => s.Name, StringComparer.Ordinal);
        app.MapBodies();
        app.MapItems<ServiceContent>(sections["services"]);
        app.MapItems<ResourceContent>(sections["resources"]);
        app.MapItems<SegmentContent>(sections["segments"]);
        app.MapItems<MeasureContent>(sections["measures"]);
        app.MapItems<ScenarioContent>(sections["scenarios"]);
        app.MapHistory();
        app.MapUndo();
        app.MapForecastApi();
        app.MapPackages();
        app.MapTables();
        app.MapPeople();
        app.MapConsents();
        app.MapApiDocument();
    }
}
