namespace ResilienceMonitor.Platform.Ui.Charts.Layers;

/// <summary>
/// Puts the places of every layer at heights: near the middle of those they are joined to, in their order, without touching. For one layer that is
/// a regression with an order (pool adjacent violators), which is exact; layers are gone through there and back.
/// </summary>
internal static class Heights
{
    private const int Sweeps = 8;
    private const double WeightOfLane = 4;

    /// <summary>Middles of all places, from 0 to <paramref name="height"/>.</summary>
    public static double[] Of(LayeredBoxes boxes, IReadOnlyList<double> heights, double gap, int lanesFrom, out double height)
    {
        var tallest = boxes.Order.Select(l => l.Sum(p => heights[p] + gap) - gap).DefaultIfEmpty(0).Max();
        height = tallest;
        var middles = new double[heights.Count];
        foreach (var layer in boxes.Order) Settle(layer, [.. layer.Select(_ => tallest / 2)]);
        var (left, right) = (boxes.Segments.ToLookup(s => s.To, s => s.From), boxes.Segments.ToLookup(s => s.From, s => s.To));
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var toTheRight = sweep % 2 == 0;
            for (var i = 0; i < boxes.Order.Length; i++)
            {
                var layer = boxes.Order[toTheRight ? i : boxes.Order.Length - 1 - i];
                var joined = sweep == Sweeps - 1 ? null : toTheRight ? left : right;
                Settle(layer, [.. layer.Select(p => (joined is null ? left[p].Concat(right[p]) : joined[p]).Select(j => middles[j]).DefaultIfEmpty(middles[p]).Average())]);
            }
        }

        return middles;

        void Settle(List<int> layer, double[] wished)
        {
            if (layer.Count == 0) return;

            // Without the room the places above take, keeping the order is all that is asked for.
            var offsets = new double[layer.Count];
            for (var i = 1; i < layer.Count; i++) offsets[i] = offsets[i - 1] + (heights[layer[i - 1]] + heights[layer[i]]) / 2 + gap;
            var free = Ascending([.. wished.Zip(offsets, (w, o) => w - o)], [.. layer.Select(p => p >= lanesFrom ? WeightOfLane : 1)]);
            var (top, bottom) = (heights[layer[0]] / 2, tallest - heights[layer[^1]] / 2 - offsets[^1]);
            for (var i = 0; i < layer.Count; i++) middles[layer[i]] = Math.Clamp(free[i], top, Math.Max(top, bottom)) + offsets[i];
        }
    }

    /// <summary>The ascending values nearest to <paramref name="values"/> (least weighted squares).</summary>
    internal static double[] Ascending(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        var pools = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < values.Count; i++)
        {
            pools.Add((values[i] * weights[i], weights[i], 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Weight > pools[^1].Sum / pools[^1].Weight)
            {
                var (a, b) = (pools[^2], pools[^1]);
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((a.Sum + b.Sum, a.Weight + b.Weight, a.Count + b.Count));
            }
        }

        return [.. pools.SelectMany(p => Enumerable.Repeat(p.Sum / p.Weight, p.Count))];
    }
}
