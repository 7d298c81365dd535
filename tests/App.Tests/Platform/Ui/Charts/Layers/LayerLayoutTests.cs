using ResilienceMonitor.Platform.Ui.Charts.Layers;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Charts.Layers;

public sealed class LayerLayoutTests
{
    private const double Gap = 7;

    [Fact]
    public void A_tree_has_no_crossing_in_whatever_order_it_comes()
    {
        // Three levels, each box with three below; the lines of the last level are given across.
        List<LayerLine> lines = [new(0, 1), new(0, 2), new(0, 3), .. Enumerable.Range(0, 9).Select(i => new LayerLine(1 + i % 3, 4 + i))];
        Assert.Equal(0, Layout(13, lines).Crossings);
        Assert.Equal(0, Layout(13, [.. Enumerable.Reverse(lines)]).Crossings);
    }

    [Fact]
    public void Pairs_that_come_in_opposite_order_are_set_side_by_side()
    {
        var boxes = 24;
        var lines = Enumerable.Range(0, 12).Select(i => new LayerLine(i, boxes - 1 - i)).ToList();
        Assert.Equal(12, Layout(boxes, lines).Boxes.Count(b => b.Layer == 1));
        Assert.Equal(0, Layout(boxes, lines).Crossings);
    }

    [Fact]
    public void A_crossing_that_cannot_be_avoided_is_counted()
    {
        // Two that both lead to three: with whatever order, 1 + 2 of the pairs cross.
        LayerLine[] lines = [new(0, 2), new(0, 3), new(0, 4), new(1, 2), new(1, 3), new(1, 4)];
        Assert.Equal(3, Layout(5, lines).Crossings);
    }

    [Fact]
    public void Every_line_leads_to_the_right_and_lanes_are_shared()
    {
        // From 0 over 1 and 2 to 3; besides from 0 straight to 2 and to 3: one lane passes both.
        var layout = Layout(4, [new(0, 1), new(1, 2), new(2, 3), new(0, 2), new(0, 3)]);
        Assert.Equal([0, 1, 2, 3], layout.Boxes.OrderBy(b => b.Box).Select(b => b.Layer));
        Assert.Equal(5, layout.LinesFrom(0).Count(c => c == 'M'));
        Assert.Equal("", layout.LinesFrom(3));
    }

    [Fact]
    public void What_ends_the_chain_stands_in_the_last_column()
    {
        var input = new LayerInput([.. Enumerable.Range(0, 4).Select(i => new LayerBox(100, 30, Last: i is 2 or 3))], [new(0, 1), new(1, 2), new(0, 3)]);
        Assert.Equal([2, 2], new LayerLayout(input, Gap).Boxes.Where(b => b.Box > 1).Select(b => b.Layer));
    }

    [Fact]
    public void On_random_networks_boxes_keep_apart_and_the_same_input_gives_the_same_bytes()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var input = Random(seed);
            var layout = new LayerLayout(input, Gap);
            Assert.All(layout.Boxes, b => Assert.True(b.X >= -0.001 && b.Y >= -0.001 && b.Right <= layout.Width + 0.001 && b.Bottom <= layout.Height + 0.001, $"{seed}: {b}"));
            foreach (var column in layout.Boxes.GroupBy(b => b.Layer))
                Assert.All(column.Zip(column.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Bottom >= Gap - 0.001, $"{seed}: {pair}"));
            Assert.All(input.Lines, l => Assert.True(Place(layout, l.From).Right < Place(layout, l.To).X));
            Assert.Equal(Text(layout, input), Text(new LayerLayout(input, Gap), input));
        }
    }

    [Fact]
    public void The_order_that_is_found_has_fewer_crossings_than_the_one_that_came()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var before = Crossings.Count(new LayeredBoxes(Random(seed)));
            Assert.True(new LayerLayout(Random(seed), Gap).Crossings <= before * 0.7, $"{seed}");
        }
    }

    [Fact]
    public void Nothing_is_drawn_of_nothing()
    {
        var layout = Layout(0, []);
        Assert.Equal((0, 0, 0), (layout.Width, layout.Height, layout.Boxes.Count));
    }

    [Fact]
    public void Ascending_values_are_the_nearest_ones()
    {
        Assert.Equal([1, 2.5, 2.5, 4], Heights.Ascending([1, 3, 2, 4], [1, 1, 1, 1]));
        Assert.Equal([1, 2.25, 2.25, 4], Heights.Ascending([1, 3, 2, 4], [1, 1, 3, 1]));
        Assert.Equal([2, 2, 2], Heights.Ascending([3, 2, 1], [1, 1, 1]));
    }

    private static LayerLayout Layout(int boxes, IReadOnlyList<LayerLine> lines) =>
        new(new LayerInput([.. Enumerable.Repeat(new LayerBox(100, 30), boxes)], lines), Gap);

    private static PlacedBox Place(LayerLayout layout, int box) => layout.Boxes.Single(b => b.Box == box);

    private static string Text(LayerLayout layout, LayerInput input) =>
        string.Join('\n', layout.Boxes) + string.Join('\n', input.Boxes.Select((_, i) => layout.LinesFrom(i)));

    // Sixty boxes, each with lines to up to three of those after it.
    private static LayerInput Random(ulong seed)
    {
        var at = 0;
        double Next() => Hash(seed, at++);
        var boxes = Enumerable.Range(0, 60).Select(_ => new LayerBox(60 + 60 * Next(), 20 + 20 * Next(), Join: Next() < 0.1)).ToList();
        var lines = Enumerable.Range(0, 59).SelectMany(from => Enumerable.Range(0, (int)(3 * Next()) + 1).Select(_ => new LayerLine(from, from + 1 + (int)((59 - from) * Next())))).Distinct().ToList();
        return new LayerInput(boxes, lines);
    }

    // A share from 0 to below 1.
    private static double Hash(ulong seed, int at)
    {
        var z = (seed * 0x9E3779B97F4A7C15 + (ulong)at + 1) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (z >> 11) / (double)(1UL << 53);
    }
}
