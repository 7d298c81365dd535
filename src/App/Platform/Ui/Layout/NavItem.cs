using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>
/// One entry of the main navigation. A feature registers its own with <c>services.AddSingleton(new NavItem(…))</c>; the layout orders them and
/// carries the current body (<c>?body=</c>) along.
/// </summary>
/// <param name="Order">Place in the chain: 10 overview, 20 services, 30 simulation, 40 measures, 50 region.</param>
/// <param name="Href">Address without query, such as <c>/services</c>.</param>
/// <param name="Texts">Marker class of the feature's resources.</param>
/// <param name="TextKey">Key of the label in them.</param>
public sealed record NavItem(int Order, string Href, Type Texts, string TextKey)
{
    /// <summary>Who may not do this does not see the entry; null: everybody sees it.</summary>
    public Permission? Permission { get; init; }

    /// <summary>True where it has no meaning as long as the installation has no accounts.</summary>
    public bool NeedsAccounts { get; init; }

    public bool IsFor(Actor actor) => (Permission is null || actor.May(Permission)) && !(NeedsAccounts && actor.IsLocalOwner);

    /// <summary>The start page is current only on itself; any other item also on the pages below it.</summary>
    public bool IsCurrent(string path) => Href == "/" ? path == "/" : path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}
