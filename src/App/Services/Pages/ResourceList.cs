using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Pages;

/// <summary>The resources of a body by kind, and what falls together.</summary>
internal static class ResourceList
{
    public static IReadOnlyList<ResourceGroup> Of(ModelView view, string? search) =>
        [.. view.Resources.Select(r => (Reference: r, Content: view.Find(r))).Where(r => r.Content is not null)
            .Select(r => new ResourceRow(r.Reference, view.NameOf(r.Reference), r.Content!, view.PointAt(r.Reference)?.Services.Count ?? 0))
            .Where(r => SearchText.Matches(search, [r.Name, view.CatalogueName(r.Reference.Key, r.Content.CatalogueKey)], []))
            .GroupBy(r => GroupOf(r.Content.Kind)).OrderBy(g => g.Key)
            .Select(g => new ResourceGroup(
                ServicesTexts.Get($"resources.group.{g.Key.ToString().ToLowerInvariant()}"),
                [.. g.OrderByDescending(r => r.StoppedServices).ThenBy(r => r.Name, GermanOrder.Comparer)]))];

    public static string Lead(ModelView view)
    {
        var services = view.OwnServices.Count();
        var count = ServicesTexts.Count("resources.lead", view.Resources.Count());
        return view.Points.FirstOrDefault() is { } worst
            ? $"{count} {ServicesTexts.Get("resources.lead.worst", view.NameOf(new EntityRef(worst.Body, worst.Key)), worst.Services.Count, services)}"
            : $"{count} {ServicesTexts.Get("resources.lead.none")}";
    }

    private static Group GroupOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Application or ResourceKind.CloudService or ResourceKind.ControlSystem => Group.Applications,
        ResourceKind.Directory or ResourceKind.Server or ResourceKind.Backup or ResourceKind.FileShare or ResourceKind.Network or ResourceKind.Mail
            or ResourceKind.Telephony => Group.Foundations,
        ResourceKind.Clients or ResourceKind.SpareClients or ResourceKind.Device => Group.Workplaces,
        ResourceKind.Building or ResourceKind.Power => Group.House,
        ResourceKind.Staff => Group.People,
        ResourceKind.Material => Group.Material,
        ResourceKind.OutsideRegister or ResourceKind.OutsideNetwork => Group.Outside,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private enum Group
    {
        Foundations,
        Applications,
        Workplaces,
        House,
        People,
        Material,
        Outside,
    }
}

/// <summary>Resources that belong together in a list.</summary>
public sealed record ResourceGroup(string Title, IReadOnlyList<ResourceRow> Rows);

/// <summary>One resource in a list.</summary>
/// <param name="Reference">Body and key.</param>
/// <param name="Name">Name people read.</param>
/// <param name="Content">Its values.</param>
/// <param name="StoppedServices">Number of services its loss alone stops.</param>
public sealed record ResourceRow(EntityRef Reference, string Name, ResourceContent Content, int StoppedServices);
