namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>What a feature puts into the header of every page: a component that shows a <c>CurrentBody</c> unless the page shows one itself.</summary>
/// <param name="Component">Type of the component; it has no parameters.</param>
public sealed record HeaderPart(Type Component);

/// <summary>Whether the page at hand says itself whose figures it shows.</summary>
public sealed class ShownBody
{
    public bool ByPage { get; set; }
}
