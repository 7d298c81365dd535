namespace ResilienceMonitor.Forecasts.Country;

/// <summary>Counts times in classes about 1.6 % wide, so that quantiles over millions of services and runs need little room.</summary>
internal sealed class TimeCounts
{
    // A single-precision number's sign, exponent and first six bits of its fraction: classes in geometric order without a logarithm.
    private const int DroppedBits = 17;
    private const int OneHour = 0x3F800000 >> DroppedBits;
    private const int AtOnce = 0;
    private const int UnderAnHour = 1;
    private const int FirstClass = 2;

    private readonly long[] _counts = new long[Classes];

    private static int Classes => Never + 1;

    private static int Never { get; } = FirstClass + Index(43_800) + 1;

    public void Add(float hours) => _counts[ClassOf(hours)]++;

    public void Add(TimeCounts other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
    }

    /// <summary>So many times of zero.</summary>
    public void AddAtOnce(long count) => _counts[AtOnce] += count;

    /// <summary>The time by which a share of all is there, in hours; infinity: not within five years. Within a class it is interpolated.</summary>
    public double Quantile(double share)
    {
        var total = _counts.Sum();
        var wanted = Math.Max(1, Math.Ceiling(total * share));
        var below = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (below + _counts[i] >= wanted) return Within(i, (wanted - below) / _counts[i]);
            below += _counts[i];
        }

        return double.PositiveInfinity;
    }

    private static int ClassOf(float hours) => hours switch
    {
        <= 0 => AtOnce,
        < 1 => UnderAnHour,
        float.PositiveInfinity => Never,
        _ => Math.Min(FirstClass + Index(hours), Never - 1),
    };

    private static int Index(float hours) => (BitConverter.SingleToInt32Bits(hours) >> DroppedBits) - OneHour;

    private static double Within(int index, double part)
    {
        if (index == AtOnce) return 0;
        if (index == Never) return double.PositiveInfinity;
        var (low, high) = index == UnderAnHour ? (0, 1) : (Start(index), Start(index + 1));
        return low + (high - low) * part;
    }

    private static float Start(int index) => BitConverter.Int32BitsToSingle((index - FirstClass + OneHour) << DroppedBits);
}
