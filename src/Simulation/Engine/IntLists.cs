namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Many short lists of numbers in two flat arrays, so that walking them touches little memory.</summary>
internal sealed class IntLists
{
    private readonly int[] _starts;
    private readonly int[] _items;

    public IntLists(IReadOnlyList<IReadOnlyCollection<int>> lists)
    {
        _starts = new int[lists.Count + 1];
        for (var i = 0; i < lists.Count; i++) _starts[i + 1] = _starts[i] + lists[i].Count;
        _items = [.. lists.SelectMany(list => list)];
    }

    public ReadOnlySpan<int> this[int list] => _items.AsSpan(_starts[list], _starts[list + 1] - _starts[list]);

    /// <summary>For each target the lists that contain it, ascending and without repetition.</summary>
    public static IntLists Reverse(int targets, IReadOnlyList<IEnumerable<int>> lists)
    {
        var reversed = new List<int>[targets];
        for (var i = 0; i < targets; i++) reversed[i] = [];
        for (var i = 0; i < lists.Count; i++)
            foreach (var target in lists[i].Distinct())
                reversed[target].Add(i);
        return new(reversed);
    }
}
