using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>A forecast given what has already come back: runs count the more, the better they agree with what was seen.</summary>
public sealed class ConditionalForecast
{
    private ConditionalForecast(IReadOnlyList<double> weights)
    {
        Weights = weights;
        var (sum, squares) = (weights.Sum(), weights.Sum(w => w * w));
        EffectiveRuns = squares > 0 ? sum * sum / squares : 0;
    }

    /// <summary>Weight of each run.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>So many runs of equal weight would say as much; few of them: the model hardly knows such a case.</summary>
    public double EffectiveRuns { get; }

    /// <param name="seen">What was seen, with its day in each run; only what has a last day.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="noise">Standard deviation of an observation on ln(1 + day).</param>
    public static ConditionalForecast Given(IReadOnlyList<(Observation Seen, double[] Days)> seen, int runs, double noise)
    {
        var logs = new double[runs];
        foreach (var (observation, days) in seen)
        {
            var points = BandScore.Points(observation);
            for (var run = 0; run < runs; run++)
            {
                var x = DayScale.Of(days[run]);
                logs[run] += Math.Log(points.Average(p => Math.Exp(-Math.Pow((p - x) / noise, 2) / 2)) + double.Epsilon);
            }
        }

        // The greatest is 1, so that runs far from everything that was seen do not all become 0.
        var greatest = logs.Max();
        return new(Array.ConvertAll(logs, l => Math.Exp(l - greatest)));
    }
}
