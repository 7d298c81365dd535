using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A work calendar made ready for the two questions of the engine: when is the next opening, and when is a part done.</summary>
internal sealed class WorkWindow
{
    // A part that would end with the window must not slip to the next day because of the last bit of a sum.
    private const double Rounding = 1e-9;

    private readonly double[] _opens;
    private readonly double[] _closes;

    /// <summary>Working hours before each window.</summary>
    private readonly double[] _worked;

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
    }

    /// <summary>True if people work around the clock from hour 0 on.</summary>
    public bool IsAlwaysOpen => _opens[0] == 0 && double.IsPositiveInfinity(_closes[0]);

    /// <summary>The first moment at or after <paramref name="time"/> at which people work; a window contains its opening and not its closing hour.</summary>
    public double NextOpen(double time) => Math.Max(time, _opens[WindowEndingAfter(time)]);

    /// <summary>When a part begun at <paramref name="start"/> (inside a window) is done: it pauses outside the windows.</summary>
    public double Finish(double start, double hours)
    {
        var window = WindowEndingAfter(start);
        var end = start + hours;
        if (end <= _closes[window]) return end;
        var target = _worked[window] + start - _opens[window] + hours;
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
        var (low, high) = (0, _closes.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_closes[middle] > time) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
