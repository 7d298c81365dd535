using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Points;

/// <summary>Where all draws of a simulation come from: the streams of a seed, spread by a plan of points.</summary>
internal sealed class ChanceSource
{
    private readonly ulong _seed;
    private readonly bool _isIndependent;
    private readonly int _digits;
    private readonly ulong _orderKey;
    private readonly Dictionary<ulong, int> _dimensions = [];

    public ChanceSource(ulong seed, int runs, PointPlan plan)
    {
        (_seed, _isIndependent, _digits) = (seed, ReferenceEquals(plan, PointPlan.Independent), Scrambles.Digits(runs));
        _orderKey = new ChanceStream(seed, Chance.Entity(), ChancePurpose.Order).Key;
        foreach (var draw in plan.Draws.Take(SobolNumbers.Dimensions)) _dimensions.TryAdd(draw, _dimensions.Count);
    }

    /// <summary>All draws of an entity for one purpose.</summary>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="keys">Keys of the entity.</param>
    public ChanceStream Stream(ChancePurpose purpose, params ReadOnlySpan<string> keys)
    {
        var entity = Chance.Entity(keys);
        var stream = new ChanceStream(_seed, entity, purpose);
        if (_isIndependent) return stream;
        return _dimensions.TryGetValue(Chance.DrawOf(entity, purpose), out var dimension) ? stream.Of(new(stream.Key, _orderKey, dimension, _digits)) : stream.Spread();
    }
}
