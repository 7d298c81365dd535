namespace ResilienceMonitor.Platform.Ui.Charts.Layers;

/// <summary>
/// Orders the places of every layer so that few lines cross: each place goes to the middle of those it is joined to, layer after layer, there and
/// back, and then neighbours change places where that helps. The best order that was seen is kept; equal inputs give equal orders.
/// </summary>
internal sealed class Crossings
{
    private const int Sweeps = 60;
    private const int SweepsInVain = 12;
    private const int Rounds = 8;

    private readonly List<int>[] order;
    private readonly int[][] left;
    private readonly int[][] right;
    private readonly int[] rank;

    private Crossings(LayeredBoxes boxes)
    {
        order = boxes.Order;
        var places = Enumerable.Range(0, boxes.Sources.Count).ToList();
        var (lefts, rights) = (boxes.Segments.ToLookup(s => s.To, s => s.From), boxes.Segments.ToLookup(s => s.From, s => s.To));
        left = [.. places.Select(p => lefts[p].ToArray())];
        right = [.. places.Select(p => rights[p].ToArray())];
        rank = new int[places.Count];
        foreach (var layer in order) Rank(layer);
    }

    /// <summary>Changes the order of the layers and says how many lines still cross.</summary>
    public static int Reduce(LayeredBoxes boxes)
    {
        var crossings = new Crossings(boxes);
        var best = crossings.order.Select(l => l.ToArray()).ToArray();
        var fewest = crossings.Count();
        for (var (sweep, inVain) = (0, 0); sweep < Sweeps && inVain < SweepsInVain && fewest > 0; sweep++)
        {
            crossings.Sweep(toTheRight: sweep % 2 == 0, laterFirst: sweep / 2 % 2 == 1);
            crossings.Swap();
            inVain++;
            if (crossings.Count() is var count && count >= fewest) continue;
            (fewest, inVain, best) = (count, 0, [.. crossings.order.Select(l => l.ToArray())]);
        }

        for (var layer = 0; layer < best.Length; layer++) crossings.order[layer].Clear();
        for (var layer = 0; layer < best.Length; layer++) crossings.order[layer].AddRange(best[layer]);
        return fewest;
    }

    /// <summary>How many pairs of segments cross in the order as it stands.</summary>
    public static int Count(LayeredBoxes boxes) => new Crossings(boxes).Count();

    private int Count() => order.Sum(layer => Inversions([.. layer.SelectMany(p => right[p].Select(r => rank[r]).Order())]));

    private void Sweep(bool toTheRight, bool laterFirst)
    {
        var joined = toTheRight ? left : right;
        for (var i = 0; i < order.Length; i++)
        {
            var layer = order[toTheRight ? i : order.Length - 1 - i];
            var middles = layer.ToDictionary(p => p, p => joined[p].Length == 0 ? rank[p] : joined[p].Average(j => rank[j]));
            var sorted = layer.OrderBy(p => middles[p]).ThenBy(p => laterFirst ? -rank[p] : rank[p]).ToList();
            layer.Clear();
            layer.AddRange(sorted);
            Rank(layer);
        }
    }

    private void Swap()
    {
        var better = true;
        for (var round = 0; round < Rounds && better; round++)
        {
            better = false;
            foreach (var layer in order)
                for (var i = 0; i + 1 < layer.Count; i++)
                {
                    var (a, b) = (layer[i], layer[i + 1]);
                    if (Crossed(a, b) <= Crossed(b, a)) continue;
                    (layer[i], layer[i + 1]) = (b, a);
                    (rank[a], rank[b]) = (rank[b], rank[a]);
                    better = true;
                }
        }
    }

    // How many lines of two neighbours cross when the first stands above the second.
    private int Crossed(int upper, int lower) => Crossed(left[upper], left[lower]) + Crossed(right[upper], right[lower]);

    private int Crossed(int[] upper, int[] lower)
    {
        var count = 0;
        foreach (var u in upper)
            foreach (var l in lower)
                if (rank[u] > rank[l]) count++;
        return count;
    }

    private void Rank(List<int> layer)
    {
        for (var i = 0; i < layer.Count; i++) rank[layer[i]] = i;
    }

    private static int Inversions(int[] values)
    {
        var (count, tree) = (0, new int[values.DefaultIfEmpty(0).Max() + 2]);
        for (var i = 0; i < values.Length; i++)
        {
            count += i;
            for (var at = values[i] + 1; at > 0; at -= at & -at) count -= tree[at];
            for (var at = values[i] + 1; at < tree.Length; at += at & -at) tree[at]++;
        }

        return count;
    }
}
