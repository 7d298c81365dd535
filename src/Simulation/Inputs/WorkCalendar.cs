using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>The hours in which people work, as breakpoints after the start of the outage; it knows no clock and no zone.</summary>
public sealed class WorkCalendar
{
    private WorkWindow? _window;

    /// <summary>Day and night.</summary>
    public static WorkCalendar AlwaysOpen { get; } = new([]);

    /// <param name="breakpoints">Ascending hours: open, close, open, close ... (an even number, the first at 0 or later). Empty: always open. Behind the last one it is always open.</param>
    /// <exception cref="ArgumentException">The breakpoints are not ascending or their number is odd.</exception>
    public WorkCalendar(IReadOnlyList<double> breakpoints)
    {
        if (breakpoints.Count % 2 != 0) throw new ArgumentException("Breakpoints come in pairs of opening and closing hour.", nameof(breakpoints));
        for (var i = 1; i < breakpoints.Count; i++)
            if (!(breakpoints[i] > breakpoints[i - 1])) throw new ArgumentException("Breakpoints must ascend.", nameof(breakpoints));
        Breakpoints = [.. breakpoints];
    }

    /// <summary>Opening and closing hours in turn; empty: always open.</summary>
    public IReadOnlyList<double> Breakpoints { get; }

    /// <summary>The same, ready for the engine. Years of days are large, and most bodies and outages share them.</summary>
    internal WorkWindow Window => _window ??= new(this);
}
