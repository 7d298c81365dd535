namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What each row still waits for: a copy of <see cref="RowLists"/> from which what has come is struck out. Keeps its memory.</summary>
internal sealed class OpenLists
{
    private RowLists _lists = null!;
    private int[] _counts = [];
    private int[] _items = [];
    private int _nothing;

    /// <summary>How many are left in each list.</summary>
    public int[] Counts => _counts;

    /// <summary>All lists one behind the other; <see cref="RowLists.Firsts"/> tells where each begins.</summary>
    public int[] Items => _items;

    public void Turn(RowLists lists, int nothing)
    {
        (_lists, _nothing) = (lists, nothing);
        if (_counts.Length < lists.Counts.Length) _counts = new int[lists.Counts.Length];
        if (_items.Length < lists.Items.Length) _items = new int[lists.Items.Length];
    }

    /// <summary>Nothing is struck out.</summary>
    public void Begin()
    {
        _lists.Counts.CopyTo(_counts);
        _lists.Items.CopyTo(_items);
    }

    public void Strike(int list, int row)
    {
        var first = _lists.Firsts[list];
        var last = first + --_counts[list];
        var place = first;
        while (_items[place] != row) place++;
        (_items[place], _items[last]) = (_items[last], _nothing);
    }
}
