using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Words;

public sealed class SayTests
{
    private const double Day = 24;
    private const double Week = 7 * Day;

    [Theory]
    [InlineData(0, "sofort", "at once")]
    [InlineData(0.4, "weniger als 1 Stunde", "less than 1 hour")]
    [InlineData(1, "1 Stunde", "1 hour")]
    [InlineData(3.3, "3 Stunden", "3 hours")]
    [InlineData(22, "1 Tag", "1 day")]
    [InlineData(9.2 * Day, "9 Tage", "9 days")]
    [InlineData(29 * Day, "4 Wochen", "4 weeks")]
    [InlineData(150 * Day, "5 Monate", "5 months")]
    [InlineData(1000 * Day, "3 Jahre", "3 years")]
    [InlineData(double.PositiveInfinity, "nicht innerhalb von fünf Jahren", "not within five years")]
    public void A_duration_is_rounded_to_what_can_be_known(double hours, string german, string english) =>
        Both(() => Say.Duration(hours), german, english);

    [Theory]
    [InlineData(0, "sofort", "at once")]
    [InlineData(9 * Day, "nach 9 Tagen", "after 9 days")]
    [InlineData(31 * 5 * Day, "nach 5 Monaten", "after 5 months")]
    [InlineData(1 * Day, "nach 1 Tag", "after 1 day")]
    public void A_point_in_time_has_its_own_case(double hours, string german, string english) =>
        Both(() => Say.After(hours), german, english);

    [Theory]
    [InlineData(8, "8 Stunden", "8 hours")]
    [InlineData(30 * Day, "30 Tage", "30 days")]
    [InlineData(36, "36 Stunden", "36 hours")]
    [InlineData(2 * Week, "2 Wochen", "2 weeks")]
    [InlineData(365 * Day, "365 Tage", "365 days")]
    public void What_somebody_entered_is_said_exactly(double hours, string german, string english) =>
        Both(() => Say.Exactly(hours), german, english);

    [Theory]
    [InlineData(2 * Week, 5 * Week, 9 * Week, "zwischen 2 und 9 Wochen, meist um 5", "between 2 and 9 weeks, mostly about 5")]
    [InlineData(9 * Day, 5 * Week, 100 * Day, "zwischen 1 und 14 Wochen, meist um 5", "between 1 and 14 weeks, mostly about 5")]
    [InlineData(10, 30, 96, "zwischen 10 Stunden und 4 Tagen, meist etwa 1 Tag", "between 10 hours and 4 days, mostly about 1 day")]
    [InlineData(5 * Week, 5 * Week, 5 * Week, "etwa 5 Wochen", "about 5 weeks")]
    [InlineData(0, 0, 0, "keine Unterbrechung", "no interruption")]
    [InlineData(0, 3 * Day, 8 * Day, "bis zu 8 Tage, meist 3 Tage", "up to 8 days, mostly 3 days")]
    [InlineData(5 * Week, 100 * Day, double.PositiveInfinity,
        "frühestens 5 Wochen, meist etwa 3 Monate; in 1 von 10 Durchläufen nicht innerhalb von fünf Jahren",
        "5 weeks at the earliest, mostly about 3 months; in 1 of 10 runs not within five years")]
    [InlineData(5 * Week, double.PositiveInfinity, double.PositiveInfinity,
        "frühestens 5 Wochen, meist nicht innerhalb von fünf Jahren", "5 weeks at the earliest, mostly not within five years")]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, "nicht innerhalb von fünf Jahren", "not within five years")]
    public void A_band_is_one_sentence(double low, double mid, double high, string german, string english) =>
        Both(() => Say.Band(new TimeBand(low, mid, high, low, low, mid, mid, high, high)), german, english);

    [Theory]
    [InlineData(0, "in keinem Durchlauf", "in no run")]
    [InlineData(0.004, "in weniger als 1 von 50 Durchläufen", "in fewer than 1 of 50 runs")]
    [InlineData(0.05, "in 1 von 20 Durchläufen", "in 1 of 20 runs")]
    [InlineData(0.61, "in 6 von 10 Durchläufen", "in 6 of 10 runs")]
    [InlineData(0.9, "in 9 von 10 Durchläufen", "in 9 of 10 runs")]
    [InlineData(0.95, "in 19 von 20 Durchläufen", "in 19 of 20 runs")]
    [InlineData(0.999, "in fast allen Durchläufen", "in nearly all runs")]
    [InlineData(1, "in allen Durchläufen", "in all runs")]
    public void A_chance_is_counted_in_runs(double share, string german, string english) =>
        Both(() => Say.Chance(share), german, english);

    [Theory]
    [InlineData(0, "0 %", "0%")]
    [InlineData(0.001, "unter 1 %", "under 1%")]
    [InlineData(0.734, "73 %", "73%")]
    [InlineData(0.999, "über 99 %", "over 99%")]
    [InlineData(1, "100 %", "100%")]
    public void A_share_never_rounds_to_nothing_or_all(double share, string german, string english) =>
        Both(() => Say.Share(share), german, english);

    [Theory]
    [InlineData(0.034, "±3 %", "±3%")]
    [InlineData(0.0042, "±0,4 %", "±0.4%")]
    [InlineData(0, "±0,1 %", "±0.1%")]
    [InlineData(1.4, "±140 %", "±140%")]
    [InlineData(double.NaN, "unbekannt", "unknown")]
    [InlineData(double.PositiveInfinity, "unbekannt", "unknown")]
    public void How_exact_a_figure_is_has_two_sides(double share, string german, string english) =>
        Both(() => Say.Within(share), german, english);

    [Theory]
    [InlineData(12345, "rund 12.000 €", "about €12,000")]
    [InlineData(743, "rund 740 €", "about €740")]
    [InlineData(1_250_000, "rund 1.200.000 €", "about €1,200,000")]
    [InlineData(0, "0 €", "€0")]
    public void Computed_money_has_two_figures_that_count(double euro, string german, string english) =>
        Both(() => Say.Euro(euro), german, english);

    [Fact]
    public void Entered_money_is_exact()
    {
        Both(() => Say.EuroExactly(12345), "12.345 €", "€12,345");
        Both(() => Say.EuroExactly(99.5m), "99,50 €", "€99.50");
    }

    [Theory]
    [InlineData(0, "kein Tag", "no day")]
    [InlineData(0.3, "weniger als 1 Tag", "less than 1 day")]
    [InlineData(1.2, "rund 1 Tag", "about 1 day")]
    [InlineData(341, "rund 340 Tage", "about 340 days")]
    public void Service_days_are_rounded(double days, string german, string english) =>
        Both(() => Say.Days(days), german, english);

    [Theory]
    [InlineData(5.2, 9.1, "5 bis 9 Tage", "5 to 9 days")]
    [InlineData(-6, 14, "−6 bis 14 Tage", "−6 to 14 days")]
    [InlineData(4.9, 5.1, "rund 5 Tage", "about 5 days")]
    public void A_range_of_days_is_said_as_one(double low, double high, string german, string english) =>
        Both(() => Say.DaysRange(low, high), german, english);

    [Theory]
    [InlineData(2, "gleich fertig", "nearly done")]
    [InlineData(17, "noch etwa 20 Sekunden", "about 20 seconds left")]
    [InlineData(61, "noch etwa 1 Minute", "about 1 minute left")]
    [InlineData(200, "noch etwa 4 Minuten", "about 4 minutes left")]
    public void Remaining_time_is_rounded_up(double seconds, string german, string english) =>
        Both(() => Say.Remaining(TimeSpan.FromSeconds(seconds)), german, english);

    /// <summary>Spaces that must not break are compared as plain ones: the words matter here.</summary>
    private static void Both(Func<string> say, string german, string english)
    {
        using (new InLanguage("de")) Assert.Equal(german, say().Replace('\u00a0', ' '));
        using (new InLanguage("en")) Assert.Equal(english, say().Replace('\u00a0', ' '));
    }
}
