using ResilienceMonitor.Services.Dependencies;

namespace ResilienceMonitor.Services.Pages.Picture;

/// <summary>What the picture of dependencies says, in one sentence.</summary>
internal static class PictureWords
{
    public static string Lead(ModelView view, DependencyGraph graph, string? service)
    {
        var resources = graph.Nodes.Where(n => n.Kind == DependencyKind.Resource).Select(n => n.Entity!.Value).ToList();
        var severe = resources.Count(r => DependencyDrawing.StopsMany(view, r, service));
        var services = graph.Nodes.Count(n => n.Kind == DependencyKind.Service);
        var counts = service is null
            ? ServicesTexts.Get("picture.lead", services, resources.Count)
            : ServicesTexts.Get("picture.lead.one", view.NameOfService(service), resources.Count);
        return $"{counts} {ServicesTexts.Count(service is null ? "picture.lead.many" : "picture.lead.it", severe)}";
    }
}
