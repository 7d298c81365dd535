namespace ResilienceMonitor.Simulation.Results;

/// <summary>How exact a result is, as far as the chance of its runs goes: half the width of intervals of 95 %, as a share of the figure.</summary>
/// <param name="DaysLost">Of the mean service days lost over all bodies; 0 if nothing is lost.</param>
/// <param name="Times">Of P90 of the own times: the median over all services that are affected and come back within five years in nine of ten runs; 0 if there are none.</param>
public readonly record struct ResultAccuracy(double DaysLost, double Times)
{
    /// <summary>Not a number where days lost, or times with their intervals, were not asked for.</summary>
    public static ResultAccuracy Of(OutageResult result)
    {
        var lost = result.Total.DaysLost;
        double[] times =
        [
            .. result.Bodies.SelectMany(b => b.Services).Select(s => s.Own).Where(own => own.P90 is > 0 and < double.PositiveInfinity)
                .Select(own => (own.P90High - own.P90Low) / 2 / own.P90).Order(),
        ];
        return new(lost.Mean == 0 ? 0 : 2 * lost.StandardError / lost.Mean, times.Length == 0 ? 0 : times[times.Length / 2]);
    }

    /// <summary>True if both are as exact as asked for.</summary>
    public bool Meets(double share) => DaysLost <= share && Times <= share;
}
