namespace ResilienceMonitor.Platform.Ui.Charts.Layers;

/// <summary>What is to be drawn in layers from left to right.</summary>
/// <param name="Boxes">Everything that takes a place; the order of the list decides where nothing else does.</param>
/// <param name="Lines">From the left box to the right one, by their numbers in <paramref name="Boxes"/>; together they form no circle.</param>
internal sealed record LayerInput(IReadOnlyList<LayerBox> Boxes, IReadOnlyList<LayerLine> Lines);

/// <summary>A box, in units of the picture.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Last">It stands in the last layer, whatever it is joined to.</param>
/// <param name="Join">Lines only come together in it.</param>
internal readonly record struct LayerBox(double Width, double Height, bool Last = false, bool Join = false);

/// <summary>A line between two boxes.</summary>
internal readonly record struct LayerLine(int From, int To);
