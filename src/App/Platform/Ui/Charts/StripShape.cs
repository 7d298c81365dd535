using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>
/// Geometry of one strip: how much of its height each state fills at each time. Shapes are in shares of the box (0..1), painted one over the
/// other: backlog first, then substitute, then stopped at the bottom; what stays free is normal operation.
/// </summary>
/// <remarks>
/// The strip begins right after the blow, with the first state that is known later than hour zero: on a logarithmic axis a line from the last
/// normal moment to the first hours would look like a slow decline.
/// </remarks>
internal sealed class StripShape(ServiceStates states, TimeAxis axis)
{
    private const double Tolerance = 0.004;

    private readonly IReadOnlyList<double> hours = states.Hours;
    private readonly IReadOnlyList<double> stopped = AfterTheBlow(states.Hours, states.Stopped);
    private readonly IReadOnlyList<double> substitute = AfterTheBlow(states.Hours, states.Substitute);
    private readonly IReadOnlyList<double> backlog = AfterTheBlow(states.Hours, states.Backlog);
    private readonly IReadOnlyList<double> normal = AfterTheBlow(states.Hours, states.Normal);

    public string Stopped => Area(i => stopped[i]);

    public string Substitute => Area(i => stopped[i] + substitute[i]);

    public string Backlog => Area(i => stopped[i] + substitute[i] + backlog[i]);

    /// <summary>The most likely state at an hour, and how likely it is.</summary>
    public (ServiceState State, double Share) MostLikely(double hour)
    {
        ReadOnlySpan<double> shares = [stopped.At(hours, hour), substitute.At(hours, hour), backlog.At(hours, hour), normal.At(hours, hour)];
        var best = 0;
        for (var i = 1; i < shares.Length; i++)
            if (shares[i] > shares[best]) best = i;
        return ((ServiceState)best, shares[best]);
    }

    /// <summary>How likely each state is at an hour, in the order of <see cref="ServiceState"/>.</summary>
    public static double[] At(ServiceStates states, double hour) =>
        [.. new[] { states.Stopped, states.Substitute, states.Backlog, states.Normal }.Select(values => AfterTheBlow(states.Hours, values).At(states.Hours, hour))];

    /// <summary>The most likely states one after the other, each with the hour until which it stays; infinity for the last.</summary>
    public IReadOnlyList<(ServiceState State, double Until)> Course()
    {
        var course = new List<(ServiceState State, double Until)>();
        foreach (var hour in hours.Where(h => h <= axis.EndHours))
        {
            var state = MostLikely(hour).State;
            if (course.Count > 0 && course[^1].State == state) continue;
            if (course.Count > 0) course[^1] = (course[^1].State, hour);
            course.Add((state, double.PositiveInfinity));
        }

        return course;
    }

    private static IReadOnlyList<double> AfterTheBlow(IReadOnlyList<double> hours, IReadOnlyList<double> values) =>
        hours.Count > 1 && hours[0] <= 0 ? [values[1], .. values.Skip(1)] : values;

    private string Area(Func<int, double> share)
    {
        var points = new List<Point>();
        var values = Enumerable.Range(0, hours.Count).Select(share).ToList();
        foreach (var hour in hours.Where(h => h > 0 && h < axis.EndHours).Prepend(0).Append(axis.EndHours))
            points.Add(new(axis.Share(hour), 1 - Math.Clamp(values.At(hours, hour), 0, 1)));
        return Svg.Area(points, [new(0, 1), new(1, 1)], Tolerance, digits: 3);
    }

    /// <summary>Round end of the time that matters for a set of services: when nearly all are back to normal in nearly all runs.</summary>
    public static double EndOfInterest(IEnumerable<ServiceStates> all) =>
        TimeAxis.RoundEnd(all.Select(s => s.Normal.Reaches(s.Hours, 0.95) ?? s.Hours[^1]).DefaultIfEmpty(48).Max());
}
