using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>Working hours, window by window.</summary>
internal sealed class SlowWindow(WorkCalendar calendar)
{
    private readonly (double Open, double Close)[] _windows =
    [
        .. calendar.Breakpoints.Chunk(2).Select(pair => (pair[0], pair[1])),
        (calendar.Breakpoints.Count > 0 ? calendar.Breakpoints[^1] : 0, double.PositiveInfinity),
    ];

    public bool IsOpen(double time) => _windows.Any(w => w.Open <= time && time < w.Close);

    public double NextOpening(double after) => _windows.Select(w => w.Open).Where(open => open > after).DefaultIfEmpty(double.PositiveInfinity).Min();

    public double Finish(double start, double hours)
    {
        foreach (var (open, close) in _windows.Where(w => w.Close > start))
        {
            var from = Math.Max(open, start);
            if (hours <= close - from + 1e-9) return Math.Min(close, from + hours);
            hours -= close - from;
        }

        throw new InvalidOperationException("The last window has no end.");
    }
}
