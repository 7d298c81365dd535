using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What waits for what inside a unit whose runs can be played in lockstep; see <see cref="LockstepPlayer"/>.</summary>
/// <remarks>
/// Row i is resource i of the unit. Then follow the groups of which one member will do, and one row that is there from the beginning, for what
/// waits for less than two rows. The work of a row waits for the rows it starts after, its return for the rows it returns after.
/// </remarks>
internal sealed class LockstepPlan
{
    // In each step all rows that can start next are looked at: with more of them a list in order is quicker.
    private const int MostResources = 1_000;
    private const int MostPeople = 200;

    private LockstepPlan(UnitModel unit, IReadOnlyList<int>[] startsAfter, IReadOnlyList<int>[] returnsAfter, int[] order)
    {
        (Resources, Rows, Order) = (unit.Count, startsAfter.Length, order);
        StartsAfter = new(startsAfter, Rows);
        ReturnsAfter = new(returnsAfter, Rows);
        (ToStart, ToReturn) = (IntLists.Reverse(Rows, startsAfter), IntLists.Reverse(Rows, returnsAfter));
    }

    public int Resources { get; }

    /// <summary>Resources and groups.</summary>
    public int Rows { get; }

    /// <summary>All rows, each after those it waits for.</summary>
    public int[] Order { get; }

    public RowLists StartsAfter { get; }

    /// <summary>Of a group its members.</summary>
    public RowLists ReturnsAfter { get; }

    /// <summary>Rows whose work waits for each row.</summary>
    public IntLists ToStart { get; }

    /// <summary>Rows whose return waits for each row.</summary>
    public IntLists ToReturn { get; }

    /// <summary>The plan of a unit that can be played so; otherwise null.</summary>
    public static LockstepPlan? Of(CompiledModel model, UnitModel unit)
    {
        if (unit.Bodies is not [var body] || unit.Gates.Length > 0 || unit.Count is 0 or > MostResources || model.Dispatch != DispatchMode.MostUrgentReady) return null;
        if (body.Present + body.Input.Team.Help.Sum(h => (long)h.People) > MostPeople) return null;
        var slots = new List<int>[unit.Slots];
        for (var slot = 0; slot < slots.Length; slot++) slots[slot] = [];
        for (var i = 0; i < unit.Count; i++)
            foreach (var slot in unit.SlotsAfter[i])
                slots[slot].Add(i);
        for (var group = 0; group < unit.SlotOfGroup.Length; group++) slots[unit.SlotOfGroup[group]].Add(unit.Count + group);
        var members = MembersOfGroups(unit);
        var (startsAfter, returnsAfter) = (new IReadOnlyList<int>[unit.Count + members.Length], new IReadOnlyList<int>[unit.Count + members.Length]);
        for (var i = 0; i < unit.Count; i++) (startsAfter[i], returnsAfter[i]) = (slots[i], slots[unit.NeedSlot[i] >= 0 ? unit.NeedSlot[i] : i]);
        for (var group = 0; group < members.Length; group++) (startsAfter[unit.Count + group], returnsAfter[unit.Count + group]) = ([], members[group]);
        return InOrder(startsAfter, returnsAfter) is { } order ? new(unit, startsAfter, returnsAfter, order) : null;
    }

    private static List<int>[] MembersOfGroups(UnitModel unit)
    {
        var members = new List<int>[unit.SlotOfGroup.Length];
        for (var group = 0; group < members.Length; group++) members[group] = [];
        for (var i = 0; i < unit.Count; i++)
            foreach (var group in unit.GroupsWith[i])
                members[group].Add(i);
        return members;
    }

    // Null: they wait for one another in a circle, as far as what counts only in some runs is looked at together.
    private static int[]? InOrder(IReadOnlyList<int>[] startsAfter, IReadOnlyList<int>[] returnsAfter)
    {
        var after = startsAfter.Zip(returnsAfter, (start, back) => start.Union(back).ToArray()).ToArray();
        var next = IntLists.Reverse(after.Length, after);
        int[] left = [.. after.Select(a => a.Length)];
        var order = new List<int>(Enumerable.Range(0, after.Length).Where(i => left[i] == 0));
        for (var i = 0; i < order.Count; i++)
            foreach (var row in next[order[i]])
                if (--left[row] == 0)
                    order.Add(row);
        return order.Count == after.Length ? [.. order] : null;
    }
}

/// <summary>Lists of rows that get shorter while a run is played; each has room for at least two.</summary>
internal sealed class RowLists
{
    private readonly int[] _firsts;
    private readonly int[] _counts;
    private readonly int[] _items;

    /// <param name="lists">The lists.</param>
    /// <param name="nothing">The row that stands where a list has less than two.</param>
    public RowLists(IReadOnlyList<IReadOnlyList<int>> lists, int nothing)
    {
        (_firsts, _counts) = (new int[lists.Count], [.. lists.Select(l => l.Count)]);
        var end = 0;
        for (var i = 0; i < lists.Count; i++) (_firsts[i], end) = (end, end + Math.Max(2, lists[i].Count));
        _items = new int[end];
        Array.Fill(_items, nothing);
        for (var i = 0; i < lists.Count; i++)
            for (var j = 0; j < lists[i].Count; j++)
                _items[_firsts[i] + j] = lists[i][j];
    }

    public ReadOnlySpan<int> Firsts => _firsts;

    public ReadOnlySpan<int> Counts => _counts;

    public ReadOnlySpan<int> Items => _items;

    public ReadOnlySpan<int> this[int list] => _items.AsSpan(_firsts[list], _counts[list]);
}
