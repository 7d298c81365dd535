using System.Text.Json;
using System.Text.Json.Serialization;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>
/// A distribution as it stands in data files and packages. Exactly one form is filled: <see cref="Fixed"/>;
/// <see cref="Min"/>, <see cref="Likely"/>, <see cref="Max"/> (triangular); <see cref="Median"/>, <see cref="LogSd"/> (lognormal); or <see cref="Mix"/>.
/// </summary>
public sealed record Spread : IJsonOnDeserialized
{
    public double? Fixed { get; init; }
    public double? Min { get; init; }
    public double? Likely { get; init; }
    public double? Max { get; init; }
    public double? Median { get; init; }
    public double? LogSd { get; init; }
    public IReadOnlyList<WeightedSpread>? Mix { get; init; }

    public static Spread Of(double value) => new() { Fixed = value };

    public static Spread Between(double min, double likely, double max) => new() { Min = min, Likely = likely, Max = max };

    public static Spread LogNormal(double median, double logSd) => new() { Median = median, LogSd = logSd };

    /// <summary>All values multiplied by a factor.</summary>
    public Spread Times(double factor) => this with
    {
        Fixed = Fixed * factor,
        Min = Min * factor,
        Likely = Likely * factor,
        Max = Max * factor,
        Median = Median * factor,
        Mix = Mix?.Select(m => m with { Value = m.Value.Times(factor) }).ToList(),
    };

    /// <summary>The value people name when asked for one number.</summary>
    [JsonIgnore]
    public double Typical => Fixed ?? Likely ?? Median ?? Mix?.MaxBy(m => m.Weight)?.Value.Typical ?? 0;

    /// <summary>A file that holds no form, two of them, or impossible numbers is refused where it is read.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        var forms = (Fixed is null ? 0 : 1) + (Min is null && Likely is null && Max is null ? 0 : 1) + (Median is null && LogSd is null ? 0 : 1) + (Mix is null ? 0 : 1);
        try
        {
            if (forms == 1) ToDistribution();
            else throw new JsonException("A spread holds exactly one form.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new JsonException(e.Message);
        }
    }

    public Distribution ToDistribution() => this switch
    {
        { Fixed: { } value } => Distribution.Fixed(value),
        { Min: { } min, Likely: { } likely, Max: { } max } => Distribution.Triangular(min, likely, max),
        { Median: { } median, LogSd: { } logSd } => Distribution.LogNormal(median, logSd),
        { Mix: { Count: > 0 } mix } => Distribution.Mixture([.. mix.Select(m => new MixturePart(m.Weight, m.Value.ToDistribution()))]),
        _ => throw new InvalidOperationException("A spread holds exactly one form."),
    };
}

/// <summary>One part of a mixture and its share.</summary>
public sealed record WeightedSpread(double Weight, Spread Value);
