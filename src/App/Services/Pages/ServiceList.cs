using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Services.Pages;

/// <summary>The services of a body in the order in which they become urgent, and those of others by who is responsible.</summary>
internal static class ServiceList
{
    private const double Day = 24;
    private const double Week = 7 * Day;

    public static IReadOnlyList<ServiceGroup> Own(ModelView view, string? search) =>
        [.. view.OwnServices.Where(s => Matches(view, s, search)).Select(s => Row(view, s.Key, s.Value))
            .GroupBy(r => Urgency(r.Content.MtpdHours)).OrderBy(g => g.Key)
            .Select(g => new ServiceGroup(ServicesTexts.Get($"services.urgency.{g.Key}"), [.. g.OrderBy(r => r.Content.MtpdHours).ThenBy(r => r.Name, GermanOrder.Comparer)]))];

    public static IReadOnlyList<ServiceGroup> Foreign(ModelView view, string? search) =>
        [.. view.Model.Services.Where(s => s.Value.Responsibility != Responsibility.Own && Matches(view, s, search)).Select(s => Row(view, s.Key, s.Value))
            .GroupBy(r => r.Content.Responsibility).OrderBy(g => g.Key)
            .Select(g => new ServiceGroup(ServiceWords.Of(g.Key), [.. g.OrderBy(r => r.Name, GermanOrder.Comparer)]))];

    public static string Lead(ModelView view)
    {
        var own = view.OwnServices.Select(s => s.Key).ToList();
        var fragile = own.Count(key => view.PointsOf(key).Count > 0);
        var counts = ServicesTexts.Get("services.lead", view.Model.Services.Count, own.Count);
        return $"{counts} {(fragile == own.Count ? ServicesTexts.Get("services.lead.all-fragile") : ServicesTexts.Count("services.lead.fragile", fragile))}";
    }

    private static int Urgency(double? mtpdHours) => mtpdHours switch
    {
        null => 4,
        <= Day => 1,
        <= Week => 2,
        _ => 3,
    };

    private static ServiceRow Row(ModelView view, string key, ServiceContent content) => new(key, view.NameOfService(key), content, view.PointsOf(key).Count);

    private static bool Matches(ModelView view, KeyValuePair<string, ServiceContent> service, string? search) =>
        SearchText.Matches(search, [view.NameOfService(service.Key), view.CatalogueName(service.Key, service.Value.CatalogueKey)], [.. service.Value.LeikaKeys, service.Value.ProductNumber]);
}

/// <summary>Services that belong together in a list.</summary>
public sealed record ServiceGroup(string Title, IReadOnlyList<ServiceRow> Rows);

/// <summary>One service in a list.</summary>
/// <param name="Key">Key of the service.</param>
/// <param name="Name">Name people read.</param>
/// <param name="Content">Its values.</param>
/// <param name="SinglePoints">Number of resources whose loss alone stops it.</param>
public sealed record ServiceRow(string Key, string Name, ServiceContent Content, int SinglePoints);
