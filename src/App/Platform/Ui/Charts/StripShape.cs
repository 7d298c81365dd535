using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>
/// Geometry of one strip: how much of its height each state fills at each time. Shapes are in shares of the box (0..1), painted one over the
/// other: backlog first, then substitute, then stopped at the bottom; what stays free is normal operation.
/// </summary>
internal sealed class StripShape(ServiceStates states, TimeAxis axis)
{
    private const double Tolerance = 0.004;

    public string Stopped => Area(i => states.Stopped[i]);

    public string Substitute => Area(i => states.Stopped[i] + states.Substitute[i]);

    public string Backlog => Area(i => states.Stopped[i] + states.Substitute[i] + states.Backlog[i]);

    /// <summary>The most likely state at an hour, and how likely it is.</summary>
    public (ServiceState State, double Share) MostLikely(double hour)
    {
        ReadOnlySpan<double> shares = [At(states.Stopped, hour), At(states.Substitute, hour), At(states.Backlog, hour), At(states.Normal, hour)];
        var best = 0;
        for (var i = 1; i < shares.Length; i++)
            if (shares[i] > shares[best]) best = i;
        return ((ServiceState)best, shares[best]);
    }

    /// <summary>The most likely states one after the other, each with the hour until which it stays; infinity for the last.</summary>
    public IReadOnlyList<(ServiceState State, double Until)> Course()
    {
        var course = new List<(ServiceState State, double Until)>();
        foreach (var hour in states.Hours.Where(h => h <= axis.EndHours))
        {
            var state = MostLikely(hour).State;
            if (course.Count > 0 && course[^1].State == state) continue;
            if (course.Count > 0) course[^1] = (course[^1].State, hour);
            course.Add((state, double.PositiveInfinity));
        }

        return course;
    }

    private double At(IReadOnlyList<double> values, double hour) => values.At(states.Hours, hour);

    private string Area(Func<int, double> share)
    {
        var points = new List<Point>();
        var values = Enumerable.Range(0, states.Hours.Count).Select(share).ToList();
        foreach (var hour in states.Hours.Where(h => h < axis.EndHours).Append(axis.EndHours))
            points.Add(new(axis.Share(hour), 1 - Math.Clamp(values.At(states.Hours, hour), 0, 1)));
        return Svg.Area(points, [new(0, 1), new(1, 1)], Tolerance, digits: 3);
    }

    /// <summary>Round end of the time that matters for a set of services: when nearly all are back to normal in nearly all runs.</summary>
    public static double EndOfInterest(IEnumerable<ServiceStates> all) =>
        TimeAxis.RoundEnd(all.Select(s => s.Normal.Reaches(s.Hours, 0.95) ?? s.Hours[^1]).DefaultIfEmpty(48).Max());
}
