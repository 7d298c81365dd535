namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>One part of a mixture.</summary>
/// <param name="Weight">Weight above 0, relative to the other parts.</param>
/// <param name="Distribution">The distribution of the draws that fall to this part.</param>
public sealed record MixturePart(double Weight, Distribution Distribution);
