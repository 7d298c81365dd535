using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A work calendar made ready for the two questions of the engine: when is the next opening, and when is a part done.</summary>
internal sealed class WorkWindow
{
    // A part that would end with the window must not slip to the next day because of the last bit of a sum.
    private const double Rounding = 1e-9;

    private const double HoursOfDay = 24;

    private readonly double[] _opens;
    private readonly double[] _closes;

    /// <summary>Working hours before each window.</summary>
    private readonly double[] _worked;

    private readonly int[] _firstOfDay;

    /// <summary>For each 24 working hours the window in which they are reached.</summary>
    private readonly int[] _firstOfWorked;

    public WorkWindow(WorkCalendar calendar)
    {
        // Behind the last breakpoint it is always open: a last window without end.
        var windows = calendar.Breakpoints.Count / 2;
        _opens = new double[windows + 1];
        _closes = new double[windows + 1];
        _worked = new double[windows + 1];
        for (var i = 0; i < windows; i++)
        {
            _opens[i] = calendar.Breakpoints[2 * i];
            _closes[i] = calendar.Breakpoints[2 * i + 1];
            _worked[i + 1] = _worked[i] + _closes[i] - _opens[i];
        }

        _opens[windows] = windows == 0 ? 0 : _closes[windows - 1];
        _closes[windows] = double.PositiveInfinity;
        _firstOfDay = FirstOfDays();
        _firstOfWorked = FirstOfWorked();
    }

    /// <summary>True if people work around the clock from hour 0 on.</summary>
    public bool IsAlwaysOpen => _opens[0] == 0 && double.IsPositiveInfinity(_closes[0]);

    /// <summary>The first moment at or after <paramref name="time"/> at which people work; a window contains its opening and not its closing hour.</summary>
    public double NextOpen(double time) => Math.Max(time, _opens[WindowEndingAfter(time)]);

    /// <summary>The window that ends after a moment.</summary>
    public (double Opens, double Closes) At(double time)
    {
        var window = WindowEndingAfter(time);
        return (_opens[window], _closes[window]);
    }

    /// <summary>When a part begun at <paramref name="start"/> (inside a window) is done: it pauses outside the windows.</summary>
    public double Finish(double start, double hours)
    {
        var window = WindowEndingAfter(start);
        var end = start + hours;
        if (end <= _closes[window]) return end;
        var target = _worked[window] + start - _opens[window] + hours;
        window = Math.Max(window, _firstOfWorked[(int)Math.Min(target / HoursOfDay, _firstOfWorked.Length - 1)]);
        while (_worked[window] + _closes[window] - _opens[window] < target - Rounding) window++;
        return Math.Min(_closes[window], _opens[window] + target - _worked[window]);
    }

    /// <summary>Hours worked between two moments.</summary>
    public double HoursBetween(double from, double to) => WorkedBefore(to) - WorkedBefore(from);

    private double WorkedBefore(double time)
    {
        var window = WindowEndingAfter(time);
        return _worked[window] + Math.Max(0, time - _opens[window]);
    }

    private int WindowEndingAfter(double time)
    {
        var day = (int)Math.Min(time / HoursOfDay, _firstOfDay.Length - 1);
        var window = _firstOfDay[day];
        while (_closes[window] <= time && window + 1 < _closes.Length) window++;
        return window;
    }

    private int[] FirstOfWorked()
    {
        var first = new int[(int)(_worked[^1] / HoursOfDay) + 1];
        var window = 0;
        for (var day = 0; day < first.Length; day++)
        {
            while (window + 1 < _worked.Length && _worked[window + 1] < HoursOfDay * day - Rounding) window++;
            first[day] = window;
        }

        return first;
    }

    // For each day the first window that ends after its first moment, up to the day on which the last ones end.
    private int[] FirstOfDays()
    {
        var last = _closes.Length < 2 ? 0 : _closes[^2];
        var first = new int[(int)(Math.Min(last, OutageSimulation.Horizon) / HoursOfDay) + 2];
        var window = 0;
        for (var day = 0; day < first.Length; day++)
        {
            while (_closes[window] <= HoursOfDay * day) window++;
            first[day] = window;
        }

        return first;
    }
}
