using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>A section of a body's model that programs can read and change item by item.</summary>
/// <param name="Name">As in packages, for example <c>services</c>.</param>
/// <param name="Singular">One item of it, for names in the description of the interface.</param>
/// <param name="View">Who may see its items.</param>
/// <param name="Edit">Who may change them.</param>
public sealed record ItemSection(string Name, string Singular, Permission View, Permission Edit);
