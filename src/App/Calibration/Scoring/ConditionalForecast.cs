namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>A forecast given what is known already: runs count the more, the better they agree with it.</summary>
/// <remarks>
/// What is seen on one day counts once together (the mean of its logarithms), as in scoring: it mostly has one cause, which would else be counted
/// as often as it has effects. Different days multiply.
/// </remarks>
public sealed class ConditionalForecast
{
    private readonly double[] logs;
    private readonly Dictionary<(bool Still, int Day), int> together;
    private readonly double noise;

    private ConditionalForecast(double[] logs, Dictionary<(bool Still, int Day), int> together, double noise)
    {
        (this.logs, this.together, this.noise) = (logs, together, noise);

        // The greatest is 1, so that runs far from everything that was seen do not all become 0.
        var greatest = logs.Max();
        Weights = Array.ConvertAll(logs, l => Math.Exp(l - greatest));
        EffectiveRuns = EffectiveNumber(Weights);
    }

    /// <summary>Weight of each run, 1 for the one that agrees best.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>So many runs of equal weight would say as much; few of them: the model hardly knows such a case.</summary>
    public double EffectiveRuns { get; }

    /// <param name="seen">What is known; may be nothing.</param>
    /// <param name="runs">Number of runs, at least 1.</param>
    /// <param name="noise">Standard deviation of an observation on ln(1 + day), above 0.</param>
    public static ConditionalForecast Given(IReadOnlyList<SeenTime> seen, int runs, double noise)
    {
        var logs = new double[runs];
        var together = seen.CountBy(s => s.Group).ToDictionary();
        foreach (var one in seen) Add(logs, one, 1.0 / together[one.Group], noise);
        return new(logs, together, noise);
    }

    /// <summary>The same without one of the things that are known: for a time that is itself asked for, and cut off where it is known.</summary>
    /// <param name="one">One that it was made from.</param>
    public ConditionalForecast Without(SeenTime one)
    {
        var rest = (double[])logs.Clone();
        Add(rest, one, -1.0 / together[one.Group], noise);
        return new(rest, together, noise);
    }

    /// <summary>(Σw)² / Σw²; 0 if all weights are.</summary>
    public static double EffectiveNumber(IReadOnlyList<double> weights)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var w in weights) (sum, squares) = (sum + w, squares + w * w);
        return squares > 0 ? sum * sum / squares : 0;
    }

    private static void Add(double[] logs, SeenTime one, double factor, double noise)
    {
        for (var run = 0; run < logs.Length; run++) logs[run] += factor * one.LogAgreement(run, noise);
    }
}
