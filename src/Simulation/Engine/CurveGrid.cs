namespace ResilienceMonitor.Simulation.Engine;

/// <summary>The hours at which capability curves are given; fixed, so that curves of different results can be laid over each other.</summary>
internal static class CurveGrid
{
    private static readonly double[] Grid = [0, 1, 2, 4, 8, 12, 18, .. Days().Select(day => day * 24.0)];

    /// <summary>0, 1, 2, 4, 8, 12, 18 h; daily to day 14; every 2 days to day 30; every 3 days to day 60; weekly to day 186; every 30 days to a year; every 91 days to five years.</summary>
    public static IReadOnlyList<double> Hours { get; } = Array.AsReadOnly(Grid);

    public static int Count => Grid.Length;

    // All hours of the grid are whole ones, so the position only depends on the next whole hour.
    private static readonly byte[] FromHour = Positions();

    /// <summary>Position of the first grid hour at or after a time; <see cref="Count"/>: none.</summary>
    public static int IndexFrom(double time) => time > OutageSimulation.Horizon ? Count : FromHour[(int)Math.Ceiling(time)];

    private static byte[] Positions()
    {
        var (positions, at) = (new byte[(int)OutageSimulation.Horizon + 1], 0);
        for (var hour = 0; hour < positions.Length; hour++)
        {
            while (Grid[at] < hour) at++;
            positions[hour] = (byte)at;
        }

        return positions;
    }

    private static IEnumerable<int> Days()
    {
        for (var day = 1; day <= 14; day++) yield return day;
        for (var day = 16; day <= 30; day += 2) yield return day;
        for (var day = 33; day <= 60; day += 3) yield return day;
        for (var day = 67; day <= 186; day += 7) yield return day;
        for (var day = 210; day <= 360; day += 30) yield return day;
        for (var day = 365; day < 5 * 365; day += 91) yield return day;
        yield return 5 * 365;
    }
}
