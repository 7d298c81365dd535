namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Sums over the pieces of one service in one run.</summary>
internal readonly record struct Stretches
{
    public Stretches(ReadOnlySpan<Piece> pieces, double emergencyLevel)
    {
        var (lost, below) = (0.0, 0.0);
        foreach (var piece in pieces)
        {
            lost += (1 - piece.Total) * piece.Length;
            below = Level.Reached(piece.Total, emergencyLevel) ? 0 : below + piece.Length;
            LongestBelow = Math.Max(LongestBelow, below);
        }

        DaysLost = lost / 24;
    }

    /// <summary>Service days lost.</summary>
    public double DaysLost { get; }

    /// <summary>Longest unbroken stretch below the emergency level, in hours.</summary>
    public double LongestBelow { get; }
}
