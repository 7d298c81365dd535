using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>
/// Sums over the services of one area: for each run only what adds up, so that memory does not grow with the number of bodies. All sums are
/// whole numbers (days in millionths), so that the order in which bodies come does not change a byte.
/// </summary>
internal sealed class AreaSums
{
    public const int Times = 4;

    /// <summary>Groups of runs from whose quantiles the error of a quantile is estimated: the scrambles.</summary>
    public const int Groups = Scrambles.Count;

    private const double Millionth = 1e-6;
    private const float HoursADay = 24;

    private readonly int _runs;
    private readonly TimeCounts[] _counts;
    private readonly int[] _back;
    private readonly long[] _without;
    private readonly long[] _daysLost;

    public AreaSums(int runs)
    {
        _runs = runs;
        _counts = [.. Enumerable.Range(0, Times * Groups).Select(_ => new TimeCounts())];
        _back = new int[Times * Days.Count * runs];
        _without = new long[Days.Count * runs];
        _daysLost = new long[runs];
    }

    /// <summary>Days after the start at which shares are stated.</summary>
    public static IReadOnlyList<int> Days { get; } = [1, 3, 7, 14, 30, 60, 90, 180, 365];

    public int Bodies { get; private set; }

    /// <summary>Bodies of which at least one service falls below normal in at least one run.</summary>
    public int Affected { get; private set; }

    public long Inhabitants { get; private set; }

    public int Services { get; private set; }

    /// <param name="inhabitants">Those who count here; 0 for a body whose inhabitants are those of others.</param>
    /// <param name="body">What its runs gave.</param>
    public void Add(long inhabitants, RunsOfBody body)
    {
        Begin(inhabitants, body.Services.Count);
        if (body.Services.Any(s => s.Own.Span.ContainsAnyExceptInRange(float.MinValue, 0))) Affected++;
        for (var run = 0; run < _runs; run++) _daysLost[run] += (long)Math.Round(body.DaysLost[run] / Millionth);
        foreach (var service in body.Services)
        {
            Count(0, service.First.Span);
            Count(1, service.Emergency.Span);
            Count(2, service.Own.Span);
            Count(3, service.Cleared.Span);
        }

        CountWithout(inhabitants, body);
    }

    /// <summary>A body that the outage does not touch.</summary>
    public void AddUntouched(long inhabitants, int services)
    {
        Begin(inhabitants, services);
        for (var i = 0; i < _counts.Length; i++) _counts[i].AddAtOnce((long)services * Scrambles.SizeOf(i % Groups, _runs));
        for (var i = 0; i < _back.Length; i++) _back[i] += services;
    }

    /// <summary>Everything of another area, which lies in this one.</summary>
    public void Add(AreaSums other)
    {
        (Bodies, Affected, Inhabitants, Services) = (Bodies + other.Bodies, Affected + other.Affected, Inhabitants + other.Inhabitants, Services + other.Services);
        for (var i = 0; i < _counts.Length; i++) _counts[i].Add(other._counts[i]);
        for (var i = 0; i < _back.Length; i++) _back[i] += other._back[i];
        for (var i = 0; i < _without.Length; i++) _without[i] += other._without[i];
        for (var i = 0; i < _daysLost.Length; i++) _daysLost[i] += other._daysLost[i];
    }

    public double[] DaysLost() => [.. _daysLost.Select(d => d * Millionth)];

    /// <summary>Share of services that have reached one of the four times by a day, in each run; 1 without any services.</summary>
    public double[] Back(int time, int day) => [.. _back.AsSpan((time * Days.Count + day) * _runs, _runs).ToArray().Select(b => Services > 0 ? (double)b / Services : 1)];

    /// <summary>Inhabitants for whom less than half of the services of their administration have come back in any way by a day, in each run.</summary>
    public double[] Without(int day) => [.. _without.AsSpan(day * _runs, _runs).ToArray().Select(w => (double)w)];

    /// <summary>Times over all services and runs.</summary>
    public TimeCounts Counts(int time)
    {
        var all = new TimeCounts();
        for (var group = 0; group < Groups; group++) all.Add(_counts[time * Groups + group]);
        return all;
    }

    /// <summary>The same for each group of runs; empty when there are fewer runs than groups.</summary>
    public IReadOnlyList<TimeCounts> CountsByGroup(int time) => _runs < Groups ? [] : _counts[(time * Groups)..((time + 1) * Groups)];

    private void Begin(long inhabitants, int services) => (Bodies, Inhabitants, Services) = (Bodies + 1, Inhabitants + inhabitants, Services + services);

    private void Count(int time, ReadOnlySpan<float> hours)
    {
        for (var run = 0; run < _runs; run++)
        {
            _counts[time * Groups + Scrambles.Of(run)].Add(hours[run]);
            for (var day = Days.Count - 1; day >= 0 && hours[run] <= Days[day] * HoursADay; day--) _back[(time * Days.Count + day) * _runs + run]++;
        }
    }

    private void CountWithout(long inhabitants, RunsOfBody body)
    {
        if (inhabitants == 0 || body.Services.Count == 0) return;
        var there = new int[Days.Count * _runs];
        foreach (var service in body.Services)
        {
            var first = service.First.Span;
            for (var run = 0; run < _runs; run++)
                for (var day = Days.Count - 1; day >= 0 && first[run] <= Days[day] * HoursADay; day--)
                    there[day * _runs + run]++;
        }

        for (var i = 0; i < there.Length; i++)
            if (2 * there[i] < body.Services.Count)
                _without[i] += inhabitants;
    }
}
