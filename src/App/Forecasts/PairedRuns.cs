using System.Text.Json.Serialization;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// Compares sets of measures with the same runs: the luck of each run stays, only what the measures change differs.
/// Each run counts the service days lost of the bodies asked for, not of their provider.
/// </summary>
public sealed class PairedRuns
{
    private readonly PreparedOutage outage;
    private readonly KeptSimulation kept;

    private PairedRuns(PreparedOutage outage, KeptSimulation kept)
    {
        (this.outage, this.kept) = (outage, kept);
        Baseline = DaysLost(kept.Result);
    }

    /// <summary>Service days lost in each run without further measures.</summary>
    public IReadOnlyList<double> Baseline { get; }

    public static Result<PairedRuns> Begin(PreparedOutage outage, int runs, ulong seed, CancellationToken ct)
    {
        var compiled = outage.Compile();
        if (compiled.Refusal is { } notCompiled) return notCompiled;
        var points = outage.Points ?? PointPlan.Of(compiled.Value.Region, compiled.Value.Outage);
        var options = new RunOptions { Runs = runs, Seed = seed, Threads = 1, Figures = Figures.DaysLost, Points = points };
        return new PairedRuns(outage, KeptSimulation.Run(compiled.Value.Region, compiled.Value.Outage, options, ct));
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
        return compiled.Refusal is { } refusal ? refusal : DaysLost(kept.With(compiled.Value.Region, compiled.Value.Outage, ct));
    }

    private double[] DaysLost(OutageResult result)
    {
        var lost = new double[result.Runs];
        foreach (var body in result.Bodies.Take(outage.Inputs.Set.Asked.Count))
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
