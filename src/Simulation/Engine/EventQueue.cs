namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What can happen in a run.</summary>
internal enum EventKind
{
    GatePassed,
    PartDone,
    BatchUp,
    ResourceUp,
    HelpArrived,
    WindowOpened,
}

/// <summary>Something that will happen. <paramref name="Subject"/>: gate, resource or body; <paramref name="Crew"/>: who worked or arrives.</summary>
internal readonly record struct Event(double Time, EventKind Kind, int Subject, int Crew = 0);

/// <summary>Binary heap of what is to come, earliest first; keeps its memory from run to run.</summary>
/// <remarks>The order of events of the same time is of no matter: nobody is given work before all of them are done.</remarks>
internal sealed class EventQueue
{
    private Event[] _heap = new Event[256];

    public int Count { get; private set; }

    /// <summary>Time of the next event; infinity: none.</summary>
    public double NextTime => Count == 0 ? double.PositiveInfinity : _heap[0].Time;

    public void Clear() => Count = 0;

    public void Add(Event item)
    {
        if (Count == _heap.Length) Array.Resize(ref _heap, 2 * Count);
        var hole = Count++;
        while (hole > 0 && _heap[(hole - 1) / 2].Time > item.Time)
        {
            _heap[hole] = _heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        _heap[hole] = item;
    }

    public Event Take()
    {
        var first = _heap[0];
        var last = _heap[--Count];
        var hole = 0;
        while (2 * hole + 1 < Count)
        {
            var child = 2 * hole + 1;
            if (child + 1 < Count && _heap[child + 1].Time < _heap[child].Time) child++;
            if (_heap[child].Time >= last.Time) break;
            _heap[hole] = _heap[child];
            hole = child;
        }

        _heap[hole] = last;
        return first;
    }
}
