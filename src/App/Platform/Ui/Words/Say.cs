using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Words;

/// <summary>
/// Numbers in words, in the language of the request: rounded to what can be known, with a unit, never with decimals nobody can know.
/// Hours are those of the engine; infinity means "not within five years".
/// </summary>
public static class Say
{
    /// <summary>"3 Stunden", "9 Tage", "4 Wochen", "5 Monate"; "sofort" for zero.</summary>
    public static string Duration(double hours) => hours switch
    {
        double.PositiveInfinity => UiTexts.Get("say.never"),
        <= 0 => UiTexts.Get("say.at-once"),
        < 1 => UiTexts.Get("say.under-an-hour"),
        _ => Count(hours, Durations.NaturalUnit(hours), ""),
    };

    /// <summary>"nach 9 Tagen"; "sofort" for zero.</summary>
    public static string After(double hours) => hours switch
    {
        double.PositiveInfinity => UiTexts.Get("say.never"),
        <= 0 => UiTexts.Get("say.at-once"),
        < 1 => UiTexts.Get("say.after-under-an-hour"),
        _ => UiTexts.Get("say.after", Count(hours, Durations.NaturalUnit(hours), "-after")),
    };

    /// <summary>A duration somebody entered, such as a deadline: said as exactly as it was given ("30 Tage", not "4 Wochen").</summary>
    public static string Exactly(double hours)
    {
        if (!double.IsFinite(hours) || hours <= 0) return Duration(hours);
        var unit = new[] { TimeUnit.Week, TimeUnit.Day }.FirstOrDefault(u => hours % u.Hours() == 0, TimeUnit.Hour);
        if (unit == TimeUnit.Week && hours > 12 * TimeUnit.Week.Hours()) unit = TimeUnit.Day;
        return hours % unit.Hours() == 0 ? Count(hours, unit, "") : UiTexts.Get("say.hour.many", hours.ToString("0.##"));
    }

    /// <summary>"zwischen 2 und 9 Wochen, meist um 5": nine of ten runs are quicker than the upper end, one of ten than the lower.</summary>
    public static string Band(TimeBand band)
    {
        if (band.P90 <= 0) return UiTexts.Get("say.band.none");
        if (double.IsInfinity(band.P10)) return UiTexts.Get("say.never");
        if (double.IsInfinity(band.P50)) return UiTexts.Get("say.band.mostly-never", Duration(band.P10));
        if (double.IsInfinity(band.P90)) return UiTexts.Get("say.band.open", Duration(band.P10), Duration(band.P50));
        if (band.P10 <= 0) return UiTexts.Get("say.band.up-to", Duration(band.P90), Duration(band.P50));
        return InOneUnit(band) ?? InTwoUnits(band);
    }

    private static string? InOneUnit(TimeBand band)
    {
        var unit = Durations.NaturalUnit(band.P50);
        if (band.P10 < 0.75 * unit.Hours() || band.P90 > 30 * unit.Hours()) return null;
        var (low, mid, high) = (Durations.In(band.P10, unit), Durations.In(band.P50, unit), Durations.In(band.P90, unit));
        if (low == high) return UiTexts.Get("say.about", Count(band.P50, unit, ""));
        return UiTexts.Get("say.band.one-unit", low, Count(band.P90, unit, "-after"), mid);
    }

    private static string InTwoUnits(TimeBand band)
    {
        var low = Count(band.P10, Durations.NaturalUnit(band.P10), "-after");
        var high = Count(band.P90, Durations.NaturalUnit(band.P90), "-after");
        return low == high ? UiTexts.Get("say.about", Duration(band.P50)) : UiTexts.Get("say.band.two-units", low, high, Duration(band.P50));
    }

    /// <summary>"in 9 von 10 Durchläufen".</summary>
    public static string Chance(double share) => share switch
    {
        <= 0 => UiTexts.Get("say.chance.none"),
        < 0.02 => UiTexts.Get("say.chance.rare"),
        < 0.075 => UiTexts.Get("say.chance.n-of-m", 1, 20),
        >= 1 => UiTexts.Get("say.chance.all"),
        > 0.98 => UiTexts.Get("say.chance.nearly-all"),
        > 0.925 => UiTexts.Get("say.chance.n-of-m", 19, 20),
        _ => UiTexts.Get("say.chance.n-of-m", Math.Clamp((int)Math.Round(share * 10), 1, 9), 10),
    };

    /// <summary>"73 %"; under one percent and over ninety-nine it says so instead of rounding to nothing or all.</summary>
    public static string Share(double share) => share switch
    {
        > 0 and < 0.005 => UiTexts.Get("say.share.under", 1),
        < 1 and > 0.995 => UiTexts.Get("say.share.over", 99),
        _ => UiTexts.Get("say.share", Math.Round(share * 100)),
    };

    /// <summary>"±3 %": how far a figure may be off to each side, as a share of it. Not known where it is not a finite number.</summary>
    public static string Within(double share) => double.IsFinite(share)
        ? UiTexts.Get("say.within", Math.Max(0.1, share * 100).ToString(share < 0.0095 ? "0.#" : "0"))
        : UiTexts.Get("say.within.unknown");

    /// <summary>"rund 12.000 €": two figures that count.</summary>
    public static string Euro(double euro) => euro == 0 ? UiTexts.Get("say.euro", "0") : UiTexts.Get("say.about-euro", Rounded(euro));

    /// <summary>An amount somebody entered, exactly: "12.345 €".</summary>
    public static string EuroExactly(decimal euro) =>
        UiTexts.Get("say.euro", euro.ToString(euro == decimal.Truncate(euro) ? "N0" : "N2"));

    /// <summary>"rund 340 Tage": service days lost or gained.</summary>
    public static string Days(double days) => Math.Abs(days) switch
    {
        < 0.05 => UiTexts.Get("say.days.none"),
        < 0.95 => UiTexts.Get("say.days.under-one"),
        < 1.5 => UiTexts.Get("say.days.one"),
        _ => UiTexts.Get("say.days.about", Rounded(days)),
    };

    /// <summary>"5 bis 9 Tage"; a range that rounds to one value is said as one.</summary>
    public static string DaysRange(double low, double high)
    {
        var (from, to) = (Rounded(low), Rounded(high));
        return from == to ? Days((low + high) / 2) : UiTexts.Get("say.days.range", from, to);
    }

    /// <summary>"noch etwa 20 Sekunden": how long work still takes.</summary>
    public static string Remaining(TimeSpan time) => time.TotalSeconds switch
    {
        < 5 => UiTexts.Get("say.remaining.moment"),
        < 55 => UiTexts.Get("say.remaining.seconds", Math.Ceiling(time.TotalSeconds / 10) * 10),
        < 90 => UiTexts.Get("say.remaining.minute"),
        _ => UiTexts.Get("say.remaining.minutes", Math.Ceiling(time.TotalMinutes)),
    };

    /// <summary>"1.240" as it is, for counts.</summary>
    public static string Number(double value) => Math.Round(value).ToString("N0");

    /// <summary>Two significant figures below a thousand and above; small numbers whole.</summary>
    internal static string Rounded(double value) => Signed(RoundedValue(value), Math.Abs(value) < 10 ? "0" : "N0");

    /// <summary>The same as a number, to calculate with what was said.</summary>
    internal static double RoundedValue(double value)
    {
        var size = Math.Abs(value);
        if (size < 10) return Math.Round(value);
        var step = Math.Pow(10, Math.Floor(Math.Log10(size)) - 1);
        return Math.Round(value / step) * step;
    }

    /// <summary>With a real minus sign; a hyphen gets lost beside figures.</summary>
    private static string Signed(double value, string format) => (value < 0 ? "\u2212" : "") + Math.Abs(value).ToString(format);

    private static string Count(double hours, TimeUnit unit, string form)
    {
        var count = Durations.In(hours, unit);
        var name = unit.ToString().ToLowerInvariant();
        return UiTexts.Get(count == 1 ? $"say.{name}.one" : $"say.{name}.many{form}", count);
    }
}
