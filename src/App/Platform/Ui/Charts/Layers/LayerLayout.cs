namespace ResilienceMonitor.Platform.Ui.Charts.Layers;

/// <summary>Where every box stands and how its lines run. Pure numbers in, pure numbers and paths out; the same input gives the same text.</summary>
internal sealed class LayerLayout
{
    private const double NarrowestGap = 34;
    private const double WidestGap = 96;
    private const double GapForALine = 1.1;

    private readonly LayeredBoxes layered;
    private readonly double[] middles;
    private readonly double[] lefts;
    private readonly double[] rights;

    public LayerLayout(LayerInput input, double gap)
    {
        layered = new LayeredBoxes(input);
        Crossings = Layers.Crossings.Reduce(layered);
        var heights = layered.Sources.Select((source, place) => place == source ? input.Boxes[source].Height : 0).ToList();
        middles = Heights.Of(layered, heights, gap, input.Boxes.Count, out var height);
        Height = height;
        (lefts, rights) = (new double[layered.Sources.Count], new double[layered.Sources.Count]);
        var layerOf = layered.Order.SelectMany((places, layer) => places.Select(p => (p, layer))).ToDictionary(x => x.p, x => x.layer);
        var segments = layered.Segments.CountBy(s => layerOf[s.From]).ToDictionary();
        var x = 0.0;
        for (var layer = 0; layer < layered.Order.Length; layer++)
        {
            var width = layered.Order[layer].Where(p => p < input.Boxes.Count).Select(p => input.Boxes[p].Width).DefaultIfEmpty(0).Max();
            foreach (var place in layered.Order[layer]) (lefts[place], rights[place]) = (x, x + width);
            Width = x + width;
            x = Width + Math.Clamp(segments.GetValueOrDefault(layer) * GapForALine, NarrowestGap, WidestGap);
        }

        Boxes = [.. layered.Order.SelectMany((places, layer) => places.Where(p => p < input.Boxes.Count)
            .Select(p => new PlacedBox(p, layer, lefts[p], middles[p] - input.Boxes[p].Height / 2, input.Boxes[p].Width, input.Boxes[p].Height)))];
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Pairs of lines that cross.</summary>
    public int Crossings { get; }

    /// <summary>Layer by layer from the left, each from above: the order in which one reads and walks by keyboard.</summary>
    public IReadOnlyList<PlacedBox> Boxes { get; }

    /// <summary>All lines that leave a box, as one path; empty if there are none.</summary>
    public string LinesFrom(int box)
    {
        var path = new System.Text.StringBuilder();
        foreach (var (from, to) in layered.Segments.Where(s => layered.Sources[s.From] == box).Select(s => (s.From, s.To)))
        {
            var (left, right) = (from == box ? Boxes.First(b => b.Box == box).Right : lefts[from], lefts[to]);
            var (start, bend, end) = (Svg.Number(left), Svg.Number((rights[from] + right) / 2), Svg.Number(right));
            var (y, across) = (Svg.Number(middles[from]), Svg.Number(middles[to]));
            path.Append($"M{start} {y}");
            if (left < rights[from]) path.Append($"H{Svg.Number(rights[from])}");
            path.Append(y == across ? $"H{end}" : $"C{bend} {y} {bend} {across} {end} {across}");
        }

        return path.ToString();
    }
}

/// <summary>A box in its place.</summary>
/// <param name="Box">Its number in the input.</param>
/// <param name="Layer">Its layer, 0 is the left one.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal readonly record struct PlacedBox(int Box, int Layer, double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double Middle => Y + Height / 2;
}
