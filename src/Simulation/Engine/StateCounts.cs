using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Counts, for one thread, in how many runs each service is in each state at fixed hours. Counts of threads add up to the same whatever the split.</summary>
internal sealed class StateCounts(int services)
{
    private const int States = 4;
    private const int Substitute = 1;
    private const int Backlog = 2;
    private const int Normal = 3;
    private static readonly double[] Grid = [6, 12, 24, 48, 72, 120, 168, 240, 336, 504, 672, 1008, 1440, 2160, 2880, 4320, 6480, 8760, 13_140, 17_520];

    private readonly int[] _counts = new int[services * Grid.Length * States];

    public static IReadOnlyList<double> Hours { get; } = Array.AsReadOnly(Grid);

    /// <summary>Counts the state of a service in one run.</summary>
    public void Add(int service, ServiceTimeline timeline, double cleared)
    {
        var slot = service * Grid.Length * States;
        var pieces = timeline.Pieces;
        var piece = 0;
        for (var hour = 0; hour < Grid.Length; hour++, slot += States)
        {
            var time = Grid[hour];
            if (time >= timeline.Own)
            {
                _counts[slot + (time >= cleared ? Normal : Backlog)]++;
                continue;
            }

            while (piece + 1 < pieces.Length && pieces[piece].To <= time) piece++;
            _counts[slot + (pieces[piece].Total > 0 ? Substitute : 0)]++;
        }
    }

    public static ServiceStates Shares(IReadOnlyCollection<StateCounts> threads, int service, int runs)
    {
        IReadOnlyList<double> Share(int state) =>
            [.. Enumerable.Range(0, Grid.Length).Select(hour => (double)threads.Sum(t => t._counts[(service * Grid.Length + hour) * States + state]) / runs)];
        return new(Hours, Share(0), Share(Substitute), Share(Backlog), Share(Normal));
    }
}
