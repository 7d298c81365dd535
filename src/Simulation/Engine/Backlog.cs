namespace ResilienceMonitor.Simulation.Engine;

/// <summary>The open cases of one service in one run, as a fluid: first in, first out, lost when they grow too old.</summary>
/// <remarks>
/// Instead of the number of open cases over time it follows the oldest open case. While cases came in evenly, the hour at which a case
/// leaves is a straight line over the hour at which it came, so everything is exact: a case that came at s leaves at s + expiry age if
/// nobody has reached it by then, else when those before it are worked off.
/// </remarks>
internal sealed class Backlog
{
    private double _own;
    private double _expiryAge;
    private double _workOff;

    /// <summary>Hour at which all cases followed so far have left.</summary>
    private double _busyUntil;

    /// <summary>Hour at which nothing is open any more; infinity: not within the horizon.</summary>
    public double Cleared { get; private set; }

    /// <summary>Integral of the open undone cases over time, in case-hours.</summary>
    public double UndoneCaseHours { get; private set; }

    /// <summary>Cases that expired.</summary>
    public double Expired { get; private set; }

    /// <summary>Greatest number of open undone cases at any moment.</summary>
    public double GreatestOpen { get; private set; }

    public void Follow(CompiledService service, ServiceTimeline timeline)
    {
        _own = timeline.Own;
        _expiryAge = service.Input.ExpiryAge ?? double.PositiveInfinity;
        _workOff = service.Rate * service.Input.ExtraCapacity;
        _busyUntil = _own;
        (UndoneCaseHours, Expired, GreatestOpen) = (0, 0, 0);
        var rekey = 0.0;
        foreach (var piece in timeline.Pieces)
        {
            rekey += service.Rate * piece.Rekey * piece.Length;
            var undone = service.Rate * (1 - piece.Total);
            if (undone > 0) FollowCases(piece.From, piece.To, undone);
        }

        // Cases to be typed in again are delivered already; they come last and do not expire.
        Cleared = rekey > 0 ? _busyUntil + rekey / _workOff : _busyUntil;
        if (Cleared > OutageSimulation.Horizon) Cleared = double.PositiveInfinity;
        if (service.Input.IncomePerCase > 0) GreatestOpen = FindGreatestOpen(service.Rate, timeline);
    }

    // Cases that come evenly between two hours, rate per hour.
    private void FollowCases(double from, double to, double rate)
    {
        from = ExpireBeforeOwn(from, to, rate);
        if (from >= to) return;
        if (_workOff == 0 || double.IsPositiveInfinity(_own))
        {
            Leave(from, to, from + _expiryAge, to + _expiryAge, rate, rate);
            _busyUntil = to + _expiryAge;
            return;
        }

        // Hours needed to work off the cases of one hour; above 1 the oldest cases grow older meanwhile, until they expire.
        var pace = rate / _workOff;
        if (pace > 1)
        {
            var reserve = Math.Max(0, from + _expiryAge - _busyUntil) / (pace - 1);
            if (from + reserve < to)
            {
                WorkOff(from, from + reserve, pace, rate);
                Leave(from + reserve, to, from + reserve + _expiryAge, to + _expiryAge, rate, rate - _workOff);
                _busyUntil = to + _expiryAge;
                return;
            }
        }

        WorkOff(from, to, pace, rate);
    }

    private double ExpireBeforeOwn(double from, double to, double rate)
    {
        if (double.IsPositiveInfinity(_expiryAge)) return from;
        var end = Math.Min(to, _own - _expiryAge);
        if (end <= from) return from;
        Leave(from, end, from + _expiryAge, end + _expiryAge, rate, rate);
        return end;
    }

    private void WorkOff(double from, double to, double pace, double rate)
    {
        var end = _busyUntil + pace * (to - from);
        Leave(from, to, _busyUntil, end, rate, 0);
        _busyUntil = end;
    }

    // Cases that came in [from, to] leave evenly in [first, last]; the lost ones among them at their own rate. Cut at the horizon.
    private void Leave(double from, double to, double first, double last, double rate, double lostRate)
    {
        var open = OutageSimulation.Horizon;
        var within = first >= open ? 0 : last <= open ? 1 : (open - first) / (last - first);
        var meanLeave = within > 0 ? within * (first + Math.Min(last, open)) / 2 + (1 - within) * open : open;
        UndoneCaseHours += rate * (to - from) * (meanLeave - (from + to) / 2);
        Expired += lostRate * (to - from) * within;
    }

    // Between bends the number of open cases is a straight line, so it is greatest at one: where the inflow changes, or where such a change grows too old.
    private double FindGreatestOpen(double rate, ServiceTimeline timeline)
    {
        var greatest = OpenAt(timeline.End, rate, timeline.Pieces);
        if (double.IsPositiveInfinity(_expiryAge)) return greatest;
        foreach (var piece in timeline.Pieces)
        {
            greatest = Math.Max(greatest, OpenAt(piece.To, rate, timeline.Pieces));
            if (piece.To + _expiryAge < timeline.End) greatest = Math.Max(greatest, OpenAt(piece.To + _expiryAge, rate, timeline.Pieces));
            if (piece.From + _expiryAge < timeline.End) greatest = Math.Max(greatest, OpenAt(piece.From + _expiryAge, rate, timeline.Pieces));
        }

        return greatest;
    }

    private double OpenAt(double time, double rate, ReadOnlySpan<Piece> pieces)
    {
        var open = 0.0;
        foreach (var piece in pieces)
        {
            var (from, to) = (Math.Max(piece.From, time - _expiryAge), Math.Min(piece.To, time));
            if (to > from) open += rate * (1 - piece.Total) * (to - from);
        }

        return open;
    }
}
