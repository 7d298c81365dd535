using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Incremental;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;
namespace ResilienceMonitor.Simulation.Engine;

/// <summary>
/// Plays a region part by part and makes the statistics of each body as soon as it was followed. Many parts are spread over the threads; a few are
/// played one after the other by all of them.
/// </summary>
internal sealed class RegionPlayer(RegionInput region, OutageInput outage, RunOptions options, RunProgress progress, CancellationToken ct)
{
    private readonly BodyResult[] _bodies = new BodyResult[region.Bodies.Count];
    private readonly double[] _weights = Weights(region);
    private readonly Lock _lock = new();
    private readonly Dictionary<int, TotalSums> _waiting = [];
    private TotalSums? _total;
    private int _added;

    /// <summary>What is kept of each part once all were played; null: nothing has to be kept.</summary>
    public KeptPart[]? Kept { get; private set; }

    /// <param name="keeps">True if <see cref="Kept"/> will be asked for.</param>
    public OutageResult Play(bool keeps = false)
    {
        // All parts need the same plan: of two draws with the same dimension the joint distribution would be wrong.
        var parts = RegionParts.Of(region, outage, options with { Points = options.Points ?? new(PointPlanner.Draws(region, outage)) });
        if (keeps) Kept = new KeptPart[parts.Count];
        if (parts.Count < 2 * options.Threads) foreach (var (number, part) in parts.Index()) Play(number, part, options.Threads);
        else PlaySideBySide(parts);
        progress.End();
        return new()
        {
            EngineVersion = OutageSimulation.EngineVersion,
            Runs = options.Runs,
            Seed = options.Seed,
            Bodies = _bodies,
            Total = (_total ?? new(options.Runs, 0, options.Figures)).Build(new()),
        };
    }

    /// <summary>Weight of each body in the curve of the region: its cases, or its services where there are no cases at all.</summary>
    public static double[] Weights(RegionInput region)
    {
        double[] cases = [.. region.Bodies.Select(b => b.Services.Sum(s => s.CasesPerWeek))];
        return cases.Any(c => c > 0) ? cases : [.. region.Bodies.Select(b => (double)b.Services.Count)];
    }

    private void PlaySideBySide(IReadOnlyList<RegionPart> parts)
    {
        var next = 0;
        Parallel.For(0, options.Threads, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, _ =>
        {
            while (!ct.IsCancellationRequested && Interlocked.Increment(ref next) - 1 is var part && part < parts.Count)
            {
                try
                {
                    Play(part, parts[part], 1);
                }
                catch (OperationCanceledException) when (ct.IsCancellationRequested)
                {
                    // The caller's thread throws for all.
                    return;
                }
            }
        });
        ct.ThrowIfCancellationRequested();
    }

    private void Play(int number, RegionPart part, int threads)
    {
        var model = ModelCompiler.CompileChecked(part.Region, part.Outage, part.Options);
        var share = (double)part.Bodies.Length / region.Bodies.Count;
        var sums = new TotalSums(options.Runs, _weights.Sum(), options.Figures);
        var builder = new ResultBuilder(model);
        var player = new ModelPlayer(model, options.Runs, threads, done => progress.Add(done * share), ct, keepsRows: Kept is not null);
        var kept = new List<(int Body, BodyRuns Runs)>();
        player.Play((body, runs) =>
        {
            _bodies[part.Bodies[body]] = builder.Body(body, runs);
            sums.Add(runs, _weights[part.Bodies[body]]);
            if (Kept is not null) kept.Add((part.Bodies[body], runs.SumsOnly()));
        });
        Kept?[number] = new(model, player.Groups, player.Played, kept);
        Add(number, sums);
    }

    // Sums of floating numbers depend on their order, so parts wait for those before them.
    private void Add(int part, TotalSums sums)
    {
        lock (_lock)
        {
            _waiting.Add(part, sums);
            for (; _waiting.Remove(_added, out var next); _added++)
            {
                if (_total is null) _total = next;
                else _total.Add(next);
            }
        }
    }
}
