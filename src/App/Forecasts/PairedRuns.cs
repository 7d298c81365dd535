using System.Text.Json.Serialization;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// Compares sets of measures with the same runs: the luck of each run stays, only what the measures change differs.
/// Each run counts the service days lost of the bodies asked for, not of their provider.
/// </summary>
public sealed class PairedRuns
{
    private readonly PreparedOutage outage;
    private readonly RunOptions options;
    private readonly int asked;

    private PairedRuns(PreparedOutage outage, RunOptions options, double[] baseline)
    {
        (this.outage, this.options, Baseline) = (outage, options, baseline);
        asked = outage.Inputs.Set.Asked.Count;
    }

    /// <summary>Service days lost in each run without further measures.</summary>
    public IReadOnlyList<double> Baseline { get; private set; }

    public static Result<PairedRuns> Begin(PreparedOutage outage, int runs, ulong seed, CancellationToken ct)
    {
        var compiled = outage.Compile();
        if (compiled.Refusal is { } notCompiled) return notCompiled;
        var points = outage.Points ?? PointPlan.Of(compiled.Value.Region, compiled.Value.Outage);
        var paired = new PairedRuns(outage, new RunOptions { Runs = runs, Seed = seed, Threads = 1, Figures = Figures.DaysLost, Points = points }, []);
        var lost = paired.DaysLost([], ct);
        if (lost.Refusal is { } refusal) return refusal;
        paired.Baseline = lost.Value;
        return paired;
    }

    /// <summary>Days gained by these measures together: mean and standard error over paired runs.</summary>
    public Result<GainOfRuns> Gain(IEnumerable<MeasureContent> measures, CancellationToken ct)
    {
        var lost = DaysLost(measures, ct);
        return lost.Refusal is { } refusal ? refusal : Difference(Baseline, lost.Value);
    }

    /// <summary>Mean and standard error of the difference in the same runs.</summary>
    public static GainOfRuns Difference(IReadOnlyList<double> without, IReadOnlyList<double> with) => MeanOf([.. without.Zip(with, (a, b) => a - b)]);

    /// <summary>Mean of a figure over runs, index = run.</summary>
    public static GainOfRuns MeanOf(IReadOnlyList<double> values)
    {
        var (mean, error) = Scrambles.MeanOf([.. values]);
        return new GainOfRuns(mean, error);
    }

    /// <summary>Service days lost in each run with these measures in place.</summary>
    public Result<double[]> DaysLost(IEnumerable<MeasureContent> measures, CancellationToken ct)
    {
        var compiled = outage.Compile(measures);
        if (compiled.Refusal is { } refusal) return refusal;
        var result = OutageSimulation.Run(compiled.Value.Region, compiled.Value.Outage, options, ct: ct);
        var lost = new double[options.Runs];
        foreach (var body in result.Bodies.Take(asked))
            for (var run = 0; run < lost.Length; run++) lost[run] += body.Total.DaysLostByRun[run];
        return lost;
    }
}

/// <summary>A mean over paired runs.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Of the mean; the mean -+ 2 of it is an interval of 95 %.</param>
public readonly record struct GainOfRuns(double Mean, double StandardError)
{
    /// <summary>False: it cannot be told from nothing, being below two standard errors.</summary>
    [JsonIgnore]
    public bool Measurable => Math.Abs(Mean) > 0 && Math.Abs(Mean) >= 2 * StandardError;
}
