using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation;

/// <summary>The engine's public entry: a region and an outage go in, distributions come out.</summary>
public static class OutageSimulation
{
    /// <summary>Hours after which a time counts as "not within" (five years).</summary>
    public const double Horizon = 5 * 365 * 24;

    /// <summary>Version of the meaning of results: rulings, random function and curve grid (docs/simulation.md).</summary>
    public const string EngineVersion = "3";

    // Numbers of runs that are tried until a result is exact enough.
    private const int FirstRuns = 256;
    private const int MoreRuns = 4;

    /// <summary>Simulates the outage.</summary>
    /// <param name="region">Bodies, resources, services.</param>
    /// <param name="outage">What is hit and which gates stand before the restoration.</param>
    /// <param name="options">Runs, seed, threads, dispatch.</param>
    /// <param name="progress">Told from time to time how many runs the work done so far is worth, from any thread.</param>
    /// <param name="ct">Cancels between two blocks of runs.</param>
    /// <exception cref="ArgumentException">The input is not valid; <see cref="RegionCheck"/> names the reasons beforehand.</exception>
    public static OutageResult Run(RegionInput region, OutageInput outage, RunOptions options, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        RegionCheck.Require(region, outage);
        OptionsCheck.Require(region, options);
        return new RegionPlayer(region, outage, options, new(progress, options.Runs), ct).Play();
    }

    /// <summary>
    /// Simulates with 256 runs, then with four times as many, and so on, until the result is as exact as asked for or has the greatest number of runs. The result is the same as
    /// that of <see cref="Run"/> with its number of runs.
    /// </summary>
    /// <param name="region">Bodies, resources, services.</param>
    /// <param name="outage">What is hit and which gates stand before the restoration.</param>
    /// <param name="options">As for <see cref="Run"/>; its runs are the greatest number. Days lost, times and intervals are worked out in any case.</param>
    /// <param name="accuracy">Greatest half width of intervals as a share of the figure, above 0; see <see cref="ResultAccuracy"/>.</param>
    /// <param name="progress">As for <see cref="Run"/>; begins again with every number of runs.</param>
    /// <param name="ct">Cancels between two blocks of runs.</param>
    /// <exception cref="ArgumentException">The input is not valid, or the accuracy not above 0.</exception>
    public static OutageResult RunUntil(RegionInput region, OutageInput outage, RunOptions options, double accuracy, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        if (!(accuracy > 0)) throw new ArgumentException($"Accuracy is {accuracy}; allowed: above 0.", nameof(accuracy));
        options = options with { Figures = options.Figures | Figures.DaysLost | Figures.Times | Figures.Intervals, Points = options.Points ?? PointPlan.Of(region, outage) };
        for (var runs = FirstRuns; ; runs *= MoreRuns)
        {
            var result = Run(region, outage, options with { Runs = Math.Min(runs, options.Runs) }, progress, ct);
            if (runs >= options.Runs || ResultAccuracy.Of(result).Meets(accuracy)) return result;
        }
    }

    /// <summary>
    /// Plays the same runs as <see cref="Run"/> and hands out what each of them gave, body by body: for sums over many outages, as no statistics are made and
    /// what was handed out need not be kept.
    /// </summary>
    /// <param name="region">Bodies, resources, services.</param>
    /// <param name="outage">What is hit and which gates stand before the restoration.</param>
    /// <param name="options">Runs, seed, threads, dispatch, and which figures are asked for: of those, times and the end of the backlog are handed out, and days lost.</param>
    /// <param name="take">Given each body once, one after the other, in any order.</param>
    /// <param name="progress">Told from time to time how many runs the work done so far is worth, from any thread.</param>
    /// <param name="ct">Cancels between two blocks of runs.</param>
    /// <exception cref="ArgumentException">The input is not valid; <see cref="RegionCheck"/> names the reasons beforehand.</exception>
    public static void Play(RegionInput region, OutageInput outage, RunOptions options, Action<RunsOfBody> take, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var model = ModelCompiler.Compile(region, outage, options);
        new ModelPlayer(model, options.Runs, options.Threads, new RunProgress(progress, options.Runs).Add, ct).Play((body, runs) => take(RunsOfBody.Of(model.Bodies[body], runs)));
    }

    /// <summary>Follows what the own return of a service waited for in the run whose own time is the median.</summary>
    /// <remarks>
    /// Median by nearest rank; of several such runs the first. No steps if it is 0. If it is beyond the horizon, the longest run that is not
    /// is followed; no steps if there is none.
    /// </remarks>
    /// <exception cref="ArgumentException">The input is not valid, or the service does not exist.</exception>
    public static CriticalPath Explain(RegionInput region, OutageInput outage, RunOptions options, EntityRef service)
    {
        var model = ModelCompiler.Compile(region, outage, options with { Figures = Figures.Times });
        var number = NumberOf(model, service);
        return MedianRun.Explain(model, MedianRun.Find(model, options, [number])[0], number);
    }

    /// <summary>The runs that <see cref="Explain(RegionInput, OutageInput, RunOptions, EntityRef)"/> follows, for every service of a body, by its key.</summary>
    /// <exception cref="ArgumentException">The input is not valid.</exception>
    public static IReadOnlyDictionary<string, int> TypicalRuns(RegionInput region, OutageInput outage, RunOptions options, string body)
    {
        var model = ModelCompiler.Compile(region, outage, options with { Figures = Figures.Times });
        var numbers = model.Services.Index().Where(s => s.Item.Ref.Body == body).Select(s => s.Index).ToList();
        return numbers.Zip(MedianRun.Find(model, options, numbers)).ToDictionary(s => model.Services[s.First].Ref.Key, s => s.Second, StringComparer.Ordinal);
    }

    /// <summary>Follows a run that is known already; only this one is played.</summary>
    /// <param name="region">Bodies, resources, services.</param>
    /// <param name="outage">What is hit and which gates stand before the restoration.</param>
    /// <param name="options">The same as when the run was found.</param>
    /// <param name="service">The service.</param>
    /// <param name="run">From <see cref="TypicalRuns"/>.</param>
    /// <exception cref="ArgumentException">The input is not valid, or the service does not exist.</exception>
    public static CriticalPath Explain(RegionInput region, OutageInput outage, RunOptions options, EntityRef service, int run)
    {
        var model = ModelCompiler.Compile(region, outage, options with { Figures = Figures.Times });
        return MedianRun.Explain(model, run, NumberOf(model, service));
    }

    private static int NumberOf(CompiledModel model, EntityRef service) =>
        Array.FindIndex(model.Services, s => s.Ref == service) is var number and >= 0 ? number : throw new ArgumentException($"The service {service} does not exist.", nameof(service));
}
