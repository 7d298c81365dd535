namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Always the same value.</summary>
/// <param name="Value">The value, finite; for "never" take one beyond <see cref="OutageSimulation.Horizon"/>.</param>
/// <exception cref="ArgumentException">The value is not finite.</exception>
public sealed record FixedValue(double Value) : Distribution
{
    /// <summary>The value.</summary>
    public double Value { get; } = double.IsFinite(Value) ? Value : throw new ArgumentException("A fixed value is finite.", nameof(Value));

    /// <inheritdoc />
    public override double Quantile(double u) => Value;
}
