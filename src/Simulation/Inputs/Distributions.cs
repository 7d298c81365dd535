namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Always the same value.</summary>
/// <param name="Value">The value.</param>
public sealed record FixedValue(double Value) : Distribution
{
    /// <inheritdoc />
    public override double Quantile(double u) => Value;
}
