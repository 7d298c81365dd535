using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Platform.Ui.Charts.Layers;
using ResilienceMonitor.Services.Dependencies;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Pages.Picture;

/// <summary>The picture of dependencies: what stands where, what it is called, and by which shape it is told apart.</summary>
internal sealed class DependencyDrawing
{
    public const double Font = 12;
    public const double LineHeight = 15;
    public const double Corner = 13;
    public const double LabelLeft = 10;
    public const double LabelTop = 6;

    private const double ResourceWidth = 164;
    private const double ServiceWidth = 230;
    private const double JoinWidth = 15;
    private const double Gap = 7;
    private const int MostLines = 2;

    /// <summary>Width of a letter as a share of the size of the font, near enough to keep labels inside.</summary>
    private const double LetterWidth = 0.53;

    private readonly ModelView view;
    private readonly string? service;
    private readonly LayerLayout layout;

    public DependencyDrawing(ModelView view, DependencyGraph graph, string? service)
    {
        (this.view, this.service) = (view, service);
        var labels = graph.Nodes.Select(n => n.Entity is { } entity ? LabelLines.Of(NameOf(n.Kind, entity), (int)(LabelWidth(n.Kind) / (Font * LetterWidth)), MostLines) : []).ToList();
        var boxes = graph.Nodes.Select((n, i) => n.Entity is null
            ? new LayerBox(JoinWidth, JoinWidth, Join: true)
            : new LayerBox(WidthOf(n.Kind), 2 * LabelTop + labels[i].Count * LineHeight, Last: n.Kind == DependencyKind.Service));
        var lines = graph.Needs.SelectMany((targets, node) => targets.Order().Select(t => new LayerLine(t, node)));
        layout = new LayerLayout(new LayerInput([.. boxes], [.. lines]), Gap);
        Parts = [.. layout.Boxes.Select(b => PartOf(graph.Nodes[b.Box], b, labels[b.Box]))];
    }

    public double Width => layout.Width;

    public double Height => layout.Height;

    public int Crossings => layout.Crossings;

    /// <summary>From the left and from above.</summary>
    public IReadOnlyList<DependencyPart> Parts { get; }

    /// <summary>Room for a line of a label: the box without its edges and, of a resource, its points and the corner that marks a single point of failure.</summary>
    public static double LabelWidth(DependencyKind kind) =>
        WidthOf(kind) - LabelLeft - (kind == DependencyKind.Service ? LabelLeft : Corner + BoxShape.Point + 2);

    private static double WidthOf(DependencyKind kind) => kind == DependencyKind.Service ? ServiceWidth : ResourceWidth;

    private DependencyPart PartOf(DependencyNode node, PlacedBox box, IReadOnlyList<string> label) => new(box, node.Kind, label, layout.LinesFrom(box.Box))
    {
        Name = node.Entity is { } entity ? NameOf(node.Kind, entity) : "",
        Href = node.Entity is not { } linked ? "" : node.Kind == DependencyKind.Service ? ModelAddress.Service(view, linked.Key) : ModelAddress.Resource(view, linked),
        AtProvider = node is { Kind: DependencyKind.Resource, Entity: { } resource } && IsAtProvider(view, resource),
        Stops = node is { Kind: DependencyKind.Resource, Entity: { } point } ? Stopped(point) : 0,
        StopsMany = node is { Kind: DependencyKind.Resource, Entity: { } worst } && StopsMany(view, worst, service),
    };

    /// <summary>True if a provider runs it: then it falls for all its customers at once.</summary>
    public static bool IsAtProvider(ModelView view, EntityRef resource) => !view.IsOwn(resource) || view.Find(resource)?.Host == ResourceHost.Provider;

    /// <summary>True if its loss alone stops the service that is looked at, or half of all own services.</summary>
    public static bool StopsMany(ModelView view, EntityRef resource, string? service) =>
        view.PointAt(resource) is { } point && (service is null ? point.Services.Count * 2 >= view.OwnServices.Count() : point.Services.Contains(service));

    private int Stopped(EntityRef resource) => view.PointAt(resource)?.Services.Count(s => service is null || s == service) ?? 0;

    private string NameOf(DependencyKind kind, EntityRef entity) => kind == DependencyKind.Service ? view.NameOfService(entity.Key) : view.NameOf(entity);
}

/// <summary>One box of the picture.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Its name in lines.</param>
/// <param name="Lines">All lines that lead on from it, as a path.</param>
internal sealed record DependencyPart(PlacedBox Box, DependencyKind Kind, IReadOnlyList<string> Label, string Lines)
{
    public required string Name { get; init; }

    public required string Href { get; init; }

    public required bool AtProvider { get; init; }

    /// <summary>Number of services its loss alone stops.</summary>
    public required int Stops { get; init; }

    /// <summary>True if these are half of all, or the one that is looked at.</summary>
    public required bool StopsMany { get; init; }
}
