using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Collects problems up to the limit of <see cref="RegionCheck"/>; what comes later is dropped.</summary>
internal sealed class ProblemList
{
    public const int Limit = 200;

    private readonly List<RegionProblem> _problems = [];

    public IReadOnlyList<RegionProblem> Problems => _problems;

    public void Add(RegionProblemKind kind, IReadOnlyList<EntityRef> path, string detail)
    {
        if (_problems.Count < Limit) _problems.Add(new(kind, path, detail));
    }

    /// <summary>Notes an entity whose key was seen before.</summary>
    public void Unique<T>(HashSet<T> seen, T key, EntityRef entity, string what)
    {
        if (!seen.Add(key)) Add(RegionProblemKind.DuplicateKey, [entity], $"{what} '{key}' occurs twice.");
    }

    /// <summary>Notes a number outside its range; not a number is outside every range.</summary>
    public void Range(EntityRef entity, string name, double value, double least, double greatest = double.MaxValue)
    {
        if (!IsWithin(value, least, greatest)) OutOfRange(entity, name, value, $"{least} to {(greatest == double.MaxValue ? "any finite number" : greatest)}");
    }

    /// <summary>The same of a part of the entity; the words are only made when they are needed.</summary>
    public void RangeOf(EntityRef entity, string name, string part, double value, double least, double greatest = double.MaxValue)
    {
        if (!IsWithin(value, least, greatest)) Range(entity, $"{name} of {part}", value, least, greatest);
    }

    /// <summary>Notes a share that is not above 0 up to 1.</summary>
    public void PositiveShare(EntityRef entity, string name, double value)
    {
        if (!IsPositiveShare(value)) OutOfRange(entity, name, value, "above 0 up to 1");
    }

    public static bool IsPositiveShare(double value) => value > 0 && value <= 1;

    /// <summary>Notes a distribution that yields something below 0 or beyond the limit. Its far ends stand for all draws.</summary>
    public void Draws(EntityRef entity, string name, Distribution distribution) => Range(entity, name, Worst(distribution), 0, InputLimits.Draw);

    /// <summary>The same of a part of the entity.</summary>
    public void DrawsOf(EntityRef entity, string name, string part, Distribution distribution) => RangeOf(entity, name, part, Worst(distribution), 0, InputLimits.Draw);

    public void OutOfRange(EntityRef entity, string name, double value, string range)
        => Add(RegionProblemKind.OutOfRange, [entity], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} of {entity} is {value}; allowed: {range}."));

    public void Unknown(EntityRef from, EntityRef to, string what)
        => Add(RegionProblemKind.UnknownReference, [from, to], $"{from} names the {what} {to}, which does not exist.");

    private static bool IsWithin(double value, double least, double greatest) => value >= least && value <= greatest;

    // The greater end shows what is too much, the lesser what is below 0.
    private static double Worst(Distribution distribution)
    {
        var (low, high) = (distribution.Quantile(1e-15), distribution.Quantile(1 - 1e-15));
        return low >= 0 ? high : low;
    }
}
