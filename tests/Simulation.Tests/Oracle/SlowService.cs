using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>What a service delivers in one run, asked moment by moment.</summary>
internal sealed class SlowService
{
    private readonly SlowEngine _engine;
    private readonly ServiceInput _service;
    private readonly List<(SubstituteInput Input, double From, double To)> _substitutes = [];

    /// <summary>Moments at which the service may change, and the horizon.</summary>
    private readonly double[] _moments;

    public SlowService(RegionInput region, OutageInput outage, SlowEngine engine, EntityRef name)
    {
        _engine = engine;
        _service = Input(region, name);
        Own = FirstOwn(_service, 0.95);
        var detection = outage.Gates.Where(g => g.DetectedBy.Contains(name.Body)).Select(g => engine.GatePasses(g.Key)).DefaultIfEmpty(0).Min();
        foreach (var substitute in _service.Substitutes)
        {
            var ready = detection + engine.Draws.Draw(substitute.Start, ChancePurpose.SubstituteStart, name.Body, name.Key, substitute.Key);
            ready = Math.Max(ready, First(time => engine.NeedCapacity(substitute.Needs, time) > 0));
            if (substitute.Partner is { } partner) ready = Math.Max(ready, FirstOwn(Input(region, partner), Input(region, partner).EmergencyLevel));
            if (double.IsFinite(ready)) _substitutes.Add((substitute, ready, ready + substitute.Endurance));
        }

        _moments =
        [
            .. engine.Moments.Concat(_substitutes.SelectMany(s => new[] { s.From, s.To })).Where(time => time < OutageSimulation.Horizon).Distinct().Order(),
            OutageSimulation.Horizon,
        ];
    }

    public double Own { get; }

    public double FirstTime => _moments[..^1].Where(time => Total(time) > 0).DefaultIfEmpty(double.PositiveInfinity).First();

    public double EmergencyTime => _moments[..^1].Where(time => IsAtLevel(Total(time))).DefaultIfEmpty(double.PositiveInfinity).First();

    public double DaysLost => Pieces().Sum(piece => (1 - Total(piece.From)) * (piece.To - piece.From)) / 24;

    /// <summary>True if every moment of the stretch, both ends included, is below the emergency level and no last run can be repeated.</summary>
    public bool IsMissed(double from, double to)
        => _moments.Where(time => from < time && time <= to).Append(from).All(time => !IsAtLevel(Total(time)) && !_substitutes.Any(s => s.Input.RepeatsLastRun && s.From <= time && time < s.To));

    public IEnumerable<(double From, double To)> Pieces() => _moments.Zip(_moments.Skip(1));

    public double Total(double time)
    {
        if (time >= Own) return 1;
        var own = _engine.NeedCapacity(_service.Needs, time);
        return _substitutes.Where(s => s.From <= time && time < s.To).Select(s => s.Input.Capacity).Append(own).Max();
    }

    /// <summary>Share of cases delivered at a time that must be typed in again: of what the greatest substitute adds.</summary>
    public double Rekey(double time)
    {
        var own = _engine.NeedCapacity(_service.Needs, time);
        var best = _substitutes.Where(s => s.From <= time && time < s.To).Select(s => s.Input).MaxBy(s => s.Capacity);
        return best is null || time >= Own ? 0 : Math.Max(0, best.Capacity - own) * best.RekeyShare;
    }

    private bool IsAtLevel(double total) => total >= _service.EmergencyLevel - 1e-9;

    private double FirstOwn(ServiceInput service, double level) => First(time => _engine.NeedCapacity(service.Needs, time) >= level - 1e-9);

    private double First(Func<double, bool> isTrue) => _engine.Moments.Where(isTrue).DefaultIfEmpty(double.PositiveInfinity).First();

    private static ServiceInput Input(RegionInput region, EntityRef name) => region.Bodies.Single(b => b.Key == name.Body).Services.Single(s => s.Key == name.Key);
}
