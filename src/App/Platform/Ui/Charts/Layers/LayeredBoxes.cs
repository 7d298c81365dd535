namespace ResilienceMonitor.Platform.Ui.Charts.Layers;

/// <summary>
/// In which layer each box stands. A line over several layers gets a lane in each layer between, and all lines of one box share it: they leave
/// together and part where they must. So afterwards every segment joins neighbouring layers.
/// </summary>
internal sealed class LayeredBoxes
{
    /// <summary>Beside a long last layer the others take at most this share of its height; the rest is for the lines that pass.</summary>
    private const double Fullest = 0.6;

    private readonly Dictionary<(int Source, int Layer), int> lanes = [];

    public LayeredBoxes(LayerInput input)
    {
        var layers = LayersOf(input);
        Sources = [.. Enumerable.Range(0, input.Boxes.Count)];
        var segments = new SortedSet<(int, int)>();
        Order = [.. Enumerable.Range(0, layers.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<int>())];
        for (var box = 0; box < input.Boxes.Count; box++) Order[layers[box]].Add(box);
        foreach (var line in input.Lines)
        {
            var at = line.From;
            for (var layer = layers[line.From] + 1; layer < layers[line.To]; layer++)
            {
                var lane = Lane(line.From, layer);
                segments.Add((at, lane));
                at = lane;
            }

            segments.Add((at, line.To));
        }

        Segments = [.. segments.Select(s => new LayerLine(s.Item1, s.Item2))];
    }

    /// <summary>Boxes, and after them lanes, by layer.</summary>
    public List<int>[] Order { get; }

    /// <summary>From each place to places in the next layer.</summary>
    public IReadOnlyList<LayerLine> Segments { get; }

    /// <summary>The box a place belongs to: itself, or for a lane the box whose lines run in it.</summary>
    public List<int> Sources { get; }

    private int Lane(int source, int layer)
    {
        if (lanes.TryGetValue((source, layer), out var known)) return known;
        lanes[(source, layer)] = Sources.Count;
        Order[layer].Add(Sources.Count);
        Sources.Add(source);
        return Sources.Count - 1;
    }

    // The lines of a box share their lanes, so a box stands as far right as what needs it and the height of the picture let it. What only joins
    // lines stands as far left as it can.
    private static int[] LayersOf(LayerInput input)
    {
        var (left, right) = (input.Lines.ToLookup(l => l.To, l => l.From), input.Lines.ToLookup(l => l.From, l => l.To));
        var found = new int[input.Boxes.Count];
        Array.Fill(found, -1);
        for (var box = 0; box < found.Length; box++) Leftmost(box);
        var last = found.DefaultIfEmpty(0).Max();
        for (var box = 0; box < found.Length; box++)
            if (input.Boxes[box].Last) found[box] = last;
        var heights = Enumerable.Range(0, found.Length).GroupBy(b => found[b]).ToDictionary(g => g.Key, g => g.Sum(b => input.Boxes[b].Height));
        var tallest = heights.Values.DefaultIfEmpty(0).Max();
        var most = heights.GetValueOrDefault(last) == tallest ? tallest * Fullest : tallest;
        foreach (var box in Enumerable.Range(0, found.Length).Where(b => !input.Boxes[b].Join && right[b].Any()).OrderByDescending(b => found[b]).ToList())
        {
            var (leftmost, height) = (found[box], input.Boxes[box].Height);
            var layer = right[box].Min(r => found[r]) - 1;
            while (layer > leftmost && heights.GetValueOrDefault(layer) + height > most) layer--;
            heights[leftmost] -= height;
            heights[layer] = heights.GetValueOrDefault(layer) + height;
            found[box] = layer;
        }

        return found;

        int Leftmost(int box) => found[box] >= 0 ? found[box] : found[box] = left[box].Select(l => Leftmost(l) + 1).DefaultIfEmpty(0).Max();
    }
}
