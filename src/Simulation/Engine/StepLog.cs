namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Step functions of many subjects in one run: each value holds from its time until the next one.</summary>
internal sealed class StepLog(int subjects)
{
    private const int None = -1;

    private readonly int[] _first = new int[subjects];
    private readonly int[] _last = new int[subjects];
    private Step[] _steps = new Step[4 * subjects + 16];
    private int _count;

    private record struct Step(double Time, double Value, int Next);

    public void Clear()
    {
        Array.Fill(_first, None);
        _count = 0;
    }

    /// <summary>Notes a new value; a second one of the same instant replaces the first.</summary>
    public void Add(int subject, double time, double value)
    {
        if (_first[subject] != None && time <= _steps[_last[subject]].Time + Instant.Width)
        {
            _steps[_last[subject]].Value = value;
            return;
        }

        if (_count == _steps.Length) Array.Resize(ref _steps, 2 * _count);
        _steps[_count] = new(time, value, None);
        if (_first[subject] == None) _first[subject] = _count;
        else _steps[_last[subject]].Next = _count;
        _last[subject] = _count++;
    }

    /// <summary>First time at which an ascending step function reaches a level; infinity: never.</summary>
    public double TimeOf(int subject, double level)
    {
        for (var i = _first[subject]; i != None; i = _steps[i].Next)
            if (Level.Reached(_steps[i].Value, level))
                return _steps[i].Time;
        return double.PositiveInfinity;
    }

    /// <summary>Appends all steps of a subject.</summary>
    public void CopyTo(int subject, List<(double Time, double Value)> list)
    {
        for (var i = _first[subject]; i != None; i = _steps[i].Next) list.Add((_steps[i].Time, _steps[i].Value));
    }
}

/// <summary>What counts as one moment: sums of the same hours in another order differ in their last bits.</summary>
internal static class Instant
{
    /// <summary>Hours within which events are one instant.</summary>
    public const double Width = 1e-9;
}
