using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Counts in how many runs each service of a body is in each state at fixed hours. Counts of threads add up to the same whatever the split.</summary>
internal sealed class StateCounts(int services)
{
    private const int States = 4;
    private const int Substitute = 1;
    private const int Backlog = 2;
    private const int Normal = 3;
    private static readonly double[] Grid = [6, 12, 24, 48, 72, 120, 168, 240, 336, 504, 672, 1008, 1440, 2160, 2880, 4320, 6480, 8760, 13_140, 17_520];

    private readonly int[] _counts = new int[services * Grid.Length * States];

    public static IReadOnlyList<double> Hours { get; } = Array.AsReadOnly(Grid);

    /// <summary>In these runs all services are always normal.</summary>
    public void AddNormal(int runs)
    {
        for (var slot = Normal; slot < _counts.Length; slot += States) _counts[slot] += runs;
    }

    /// <summary>Moves all counts to others.</summary>
    public void MoveTo(StateCounts other)
    {
        lock (other)
        {
            for (var slot = 0; slot < _counts.Length; slot++) other._counts[slot] += _counts[slot];
        }

        Array.Clear(_counts);
    }

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

    /// <summary>The same of a service with at most one substitute that delivers from one hour until another.</summary>
    public void Add(int service, (double From, double To) substitute, double own, double cleared)
    {
        var slot = service * Grid.Length * States;
        foreach (var time in Grid)
        {
            if (time >= own) _counts[slot + (time >= cleared ? Normal : Backlog)]++;
            else _counts[slot + (time >= substitute.From && time < substitute.To ? Substitute : 0)]++;
            slot += States;
        }
    }

    /// <summary>Shares of a number of runs.</summary>
    public ServiceStates Shares(int service, int runs)
    {
        return new(Hours, Share(0), Share(Substitute), Share(Backlog), Share(Normal));

        double[] Share(int state) => [.. Enumerable.Range(0, Grid.Length).Select(hour => (double)_counts[(service * Grid.Length + hour) * States + state] / runs)];
    }
}
