namespace ResilienceMonitor.Calibration.Fitting;

/// <summary>The numbers that are fitted to known outages, each as one of five steps between the ends of its prior range.</summary>
/// <remarks>
/// Step 2 is the value of the catalogue, steps 0 and 4 are the ends of the range, which count as its 10 % and 90 % quantile. Three parameters and a
/// spread: more of them won in sample and lost outside of it.
/// </remarks>
public readonly record struct FittedNumbers(int Pace, int Tail, int ClearChance, int Extent)
{
    public const int Steps = 5;
    private const double StepWidth = 1.2816 / 2;

    public static IReadOnlyList<string> Keys { get; } = ["pace", "tail", "clear-chance", "extent"];

    /// <summary>As the catalogue has them, before any outage was looked at.</summary>
    public static FittedNumbers Prior { get; } = new(Steps / 2, Steps / 2, Steps / 2, Steps / 2);

    /// <summary>How much the prior speaks against them: half the sum of squared standard deviations.</summary>
    public double Penalty => All.Sum(step => Math.Pow((step - Steps / 2) * StepWidth, 2)) / 2;

    /// <summary>In the order of <see cref="Keys"/>.</summary>
    public IReadOnlyList<int> All => [Pace, Tail, ClearChance, Extent];

    public FittedNumbers With(int parameter, int step) => parameter switch
    {
        0 => this with { Pace = step },
        1 => this with { Tail = step },
        2 => this with { ClearChance = step },
        _ => this with { Extent = step },
    };

    /// <summary>The value of a step: geometric between the value and the ends of its range.</summary>
    public static double Value(double prior, double low, double high, int step) => step switch
    {
        0 => low,
        1 => Math.Sqrt(low * prior),
        3 => Math.Sqrt(prior * high),
        4 => high,
        _ => prior,
    };
}
