namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A stretch of time in which nothing about a service changes.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End, not included.</param>
/// <param name="Total">What is delivered in any way, as share of normal.</param>
/// <param name="Rekey">Share of normal cases that are delivered now and must be typed in again later.</param>
internal readonly record struct Piece(double From, double To, double Total, double Rekey)
{
    public double Length => To - From;
}
