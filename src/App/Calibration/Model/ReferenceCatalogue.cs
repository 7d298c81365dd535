using ResilienceMonitor.Calibration.Fitting;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>Everything the reference model is made from.</summary>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Services">Its services by key, the last one for whatever has no other.</param>
public sealed record ReferenceCatalogue(Parameters Numbers, IReadOnlyDictionary<string, ReferenceService> Services)
{
    /// <summary>The service that stands for all that are not named.</summary>
    public const string Other = "other";

    private const double HoursOfDay = 24;

    /// <summary>Standard deviation of an observation on ln(1 + day): what “back” means differs from case to case.</summary>
    public double Noise => Numbers.Number("definition-noise");

    public static ReferenceCatalogue From(ReferenceData reference) =>
        new(new Parameters(reference.Read<Parameter>("reference")), reference.Read<ReferenceService>("reference-services").Entries);

    /// <summary>A spread the catalogue states in days, in hours.</summary>
    public Distribution Days(string key, double factor = 1) => Numbers.Spread(key).Times(HoursOfDay * factor).ToDistribution();

    /// <summary>The value of a number that is fitted, at one of the steps of its prior range.</summary>
    public double Fitted(string key, int step) => Numbers.File.Entries[key] is { Value: { } prior, Range: { } range }
        ? FittedNumbers.Value(prior, range.Min, range.Max, step)
        : throw new InvalidOperationException($"The parameter '{key}' has no value with a prior range.");

    /// <summary>The same with other values of some numbers.</summary>
    public ReferenceCatalogue With(IEnumerable<KeyValuePair<string, double>> values) =>
        this with { Numbers = values.Aggregate(Numbers, (numbers, value) => numbers.With(value.Key, value.Value)) };

    /// <summary>The service of the model that a name in a collection of outages means.</summary>
    public string ServiceOf(string? name) =>
        name is not null && Services.FirstOrDefault(s => s.Key == name || s.Value.Also.Contains(name, StringComparer.OrdinalIgnoreCase)).Key is { } key ? key : Other;
}
