using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Incremental;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;
namespace ResilienceMonitor.Simulation;

/// <summary>
/// A simulation that is kept, so that what a change of some inputs does is found without playing again what the change does not reach: for sliders, and for
/// the ranking of measures.
/// </summary>
/// <remarks>
/// Followed is what bodies ask of each other: whoever waits for a changed body is played again, all others keep their hours. If only services changed, no
/// restoration is played at all. May be asked from several threads.
/// </remarks>
public sealed class KeptSimulation
{
    /// <summary>Times that are kept at most: resources x runs. Of larger regions nothing is kept, and every change plays everything.</summary>
    public const int KeptTimes = 1 << 25;

    private readonly RegionInput _region;
    private readonly OutageInput _outage;
    private readonly RunOptions _options;
    private readonly KeptPart[] _parts;
    private readonly Dictionary<string, BodyLinks> _links;
    private readonly Reach _reach;
    private readonly int[][]? _ranks;

    private KeptSimulation(RegionInput region, OutageInput outage, RunOptions options, OutageResult result, KeptPart[] parts)
    {
        (_region, _outage, _options, Result, _parts) = (region, outage, options, result, parts);
        _links = region.Bodies.ToDictionary(b => b.Key, b => new BodyLinks(b));
        _reach = new(_links.Values, outage);
        _ranks = Ranks(region);
    }

    /// <summary>The result of what was simulated first.</summary>
    public OutageResult Result { get; }

    /// <summary>Simulates and keeps.</summary>
    /// <param name="region">Bodies, resources, services.</param>
    /// <param name="outage">What is hit and which gates stand before the restoration.</param>
    /// <param name="options">As for <see cref="OutageSimulation.Run"/>. Changes are played with the same, and with the plan of points of this region.</param>
    /// <param name="ct">Cancels between two blocks of runs.</param>
    /// <exception cref="ArgumentException">The input is not valid; <see cref="RegionCheck"/> names the reasons beforehand.</exception>
    public static KeptSimulation Run(RegionInput region, OutageInput outage, RunOptions options, CancellationToken ct = default)
    {
        RegionCheck.Require(region, outage);
        OptionsCheck.Require(region, options);
        options = options with { Points = options.Points ?? new(PointPlanner.Draws(region, outage)) };
        var keeps = region.Bodies.Sum(b => (long)b.Resources.Count) * options.Runs <= KeptTimes;
        var player = new RegionPlayer(region, outage, options, new(null, options.Runs), ct);
        var result = player.Play(keeps);
        return new(region, outage, options, result, player.Kept ?? []);
    }

    /// <summary>
    /// Simulates a changed region or outage: the same result as that of <see cref="OutageSimulation.Run"/> with the same options and points. Sums over bodies may differ
    /// in their last digits, as they may be added in another order.
    /// </summary>
    /// <param name="region">The changed region. What has not changed need not be the same objects, but is found sooner then.</param>
    /// <param name="outage">The outage.</param>
    /// <param name="ct">Cancels between two blocks of runs.</param>
    /// <exception cref="ArgumentException">The input is not valid; <see cref="RegionCheck"/> names the reasons beforehand.</exception>
    public OutageResult With(RegionInput region, OutageInput outage, CancellationToken ct = default) =>
        Partial(region, outage, ct) ?? OutageSimulation.Run(region, outage, _options, ct: ct);

    /// <summary>The same, built upon what is kept; null: it cannot be.</summary>
    internal OutageResult? Partial(RegionInput region, OutageInput outage, CancellationToken ct)
    {
        if (_parts.Length == 0 || region.Bodies.Count != _region.Bodies.Count || !SameInputs.Outage(_outage, outage)) return null;
        if (Changes(region) is not { } reached) return null;
        if (reached.Followed.Count == 0) return Result;
        var changed = region.Bodies.Where(b => reached.Followed.Contains(b.Key)).ToDictionary(b => b.Key);
        var part = _parts.First(p => p.Model.Bodies.Any(b => changed.ContainsKey(b.Input.Key)));

        // Lost data is followed through everything a service depends on.
        var hasRpo = _options.Figures.HasFlag(Figures.Deadlines) && region.Bodies.Any(b => b.Services.Any(s => s.Rpo is not null));
        var partial = new PartialRegion(region, outage, reached, LinksOf, resource => !hasRpo && part.Resource(resource) is var number && (number < 0 || part.Groups.IsSimple[number]));
        if (!IsKnown(part, partial, reached) || RegionCheck.FindProblems(partial.Region, partial.Outage).Count > 0) return null;
        return Play(region, part, partial, reached, ct);

        BodyLinks LinksOf(string body) => changed.TryGetValue(body, out var its) ? new(its) : _links.GetValueOrDefault(body) ?? new(new() { Key = body, Team = new() { People = 0 } });
    }

    private OutageResult Play(RegionInput region, KeptPart part, PartialRegion partial, Reached reached, CancellationToken ct)
    {
        var options = partial.Of(_options);
        OptionsCheck.Require(partial.Region, options);
        var model = ModelCompiler.CompileChecked(partial.Region, partial.Outage, options);
        var (builder, bodies, played) = (new ResultBuilder(model), Result.Bodies.ToArray(), new Dictionary<int, BodyRuns>());
        var numbers = region.Bodies.Index().ToDictionary(b => b.Item.Key, b => b.Index);
        new ModelPlayer(model, options.Runs, options.Threads, _ => { }, ct, given: new(part, model, reached)).Play((body, runs) =>
        {
            var number = numbers[model.Bodies[body].Input.Key];
            bodies[number] = builder.Body(body, runs);
            played.Add(number, runs.SumsOnly());
        });
        return Result with { Bodies = bodies, Total = Total(region, played).Build(builder.Quantiles) };
    }

    private TotalSums Total(RegionInput region, Dictionary<int, BodyRuns> played)
    {
        var weights = RegionPlayer.Weights(region);
        TotalSums? total = null;
        foreach (var part in _parts)
        {
            var sums = new TotalSums(_options.Runs, weights.Sum(), _options.Figures);
            foreach (var (body, runs) in part.Bodies) sums.Add(played.GetValueOrDefault(body, runs), weights[body]);
            if (total is null) total = sums;
            else total.Add(sums);
        }

        return total!;
    }

    // Null: there are other bodies than before, or in another order.
    private Reached? Changes(RegionInput region)
    {
        var (work, services) = (new List<string>(), new List<string>());
        int[][]? ranks = null;
        if (_ranks is not null && !region.Bodies.Zip(_region.Bodies).All(pair => SameInputs.Demands(pair.First, pair.Second)))
        {
            RegionCheck.Require(region);
            ranks = Ranks(region);
        }

        for (var i = 0; i < region.Bodies.Count; i++)
        {
            var (body, before) = (region.Bodies[i], _region.Bodies[i]);
            if (body.Key != before.Key) return null;
            if (!SameInputs.Work(body, before) || (ranks is not null && !ranks[i].AsSpan().SequenceEqual(_ranks![i]))) work.Add(body.Key);
            else if (!SameInputs.Services(body, before)) services.Add(body.Key);
        }

        return _reach.From(work, services);
    }

    // Urgency is passed on from services to everything they depend on, also in other bodies. Null: the restart plan names all resources.
    private int[][]? Ranks(RegionInput region)
    {
        if (_options.RestartOrder is { } order && order.Count == region.Bodies.Sum(b => b.Resources.Count)) return null;
        var index = new RegionIndex(region, null);
        var ranks = RankOrder.Of(index, _options.RestartOrder ?? []);
        return [.. region.Bodies.Select(b => b.Resources.Select(r => ranks[index.Resource(new(b.Key, r.Key))]).ToArray())];
    }

    // All that is not played again was played in this part.
    private static bool IsKnown(KeptPart part, PartialRegion partial, Reached reached) =>
        partial.Region.Bodies.All(body => part.Body(body.Key) >= 0 && (reached.Played.Contains(body.Key) || body.Resources.All(r => part.Resource(new(body.Key, r.Key)) >= 0)))
        && partial.Outage.Gates.All(gate => part.Gate(gate.Key) >= 0);
}
