namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What is to come, earliest first, four children to a node; keeps its memory.</summary>
internal sealed class TimeHeap
{
    private const int Children = 4;

    private double[] _times = new double[256];
    private int[] _items = new int[256];
    private int _count;

    /// <summary>Time of the earliest; infinity: there is none.</summary>
    public double Next => _count == 0 ? double.PositiveInfinity : _times[0];

    public void Clear() => _count = 0;

    public void Add(double time, int item)
    {
        if (_count == _times.Length)
        {
            Array.Resize(ref _times, 2 * _count);
            Array.Resize(ref _items, 2 * _count);
        }

        var (times, items, hole) = (_times, _items, _count++);
        while (hole > 0)
        {
            var parent = (hole - 1) / Children;
            if (times[parent] <= time) break;
            (times[hole], items[hole]) = (times[parent], items[parent]);
            hole = parent;
        }

        (times[hole], items[hole]) = (time, item);
    }

    /// <summary>Takes the earliest.</summary>
    public int Take()
    {
        var (times, items) = (_times, _items);
        var taken = items[0];
        var count = --_count;
        var (time, item, hole) = (times[count], items[count], 0);
        while (true)
        {
            var child = Children * hole + 1;
            if (child >= count) break;
            var least = child;
            var end = Math.Min(child + Children, count);
            for (var other = child + 1; other < end; other++)
                if (times[other] < times[least])
                    least = other;
            if (times[least] >= time) break;
            (times[hole], items[hole]) = (times[least], items[least]);
            hole = least;
        }

        (times[hole], items[hole]) = (time, item);
        return taken;
    }
}
