using NodaTime;
using ResilienceMonitor.Platform.Reference;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Reference;

public sealed class HolidaysTests
{
    private static Holidays Holidays => Catalogues.Reference.Holidays;

    [Theory]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2024, 3, 31)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    public void Easter_falls_where_the_calendar_says(int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), Holidays.EasterSunday(year));

    [Theory]
    [InlineData("05", 11)]
    [InlineData("09", 12)]
    [InlineData("11", 10)]
    [InlineData("12", 12)]
    [InlineData("14", 11)]
    [InlineData("10", 12)]
    [InlineData("01", 10)]
    [InlineData("16", 11)]
    public void A_state_keeps_as_many_holidays_as_its_law_says(string state, int count) => Assert.Equal(count, Holidays.In(2026, state).Count);

    [Fact]
    public void The_holidays_of_Bavaria_in_2026_fall_on_their_dates() => Assert.Equal(
        ["01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03", "11-01", "12-25", "12-26"],
        Holidays.In(2026, "09").Select(h => h.Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Without_a_state_only_those_count_that_all_keep()
    {
        var days = Holidays.In(2026, null);
        Assert.Equal(9, days.Count);
        Assert.Equal(days.Select(d => d.Date).Order(), days.Select(d => d.Date));
        foreach (var state in Catalogues.Reference.States.Keys) Assert.Empty(days.Except(Holidays.In(2026, state)));
    }

    [Fact]
    public void The_day_of_repentance_is_the_Wednesday_before_23_November() =>
        Assert.Equal(
            [new LocalDate(2025, 11, 19), new LocalDate(2026, 11, 18), new LocalDate(2022, 11, 16)],
            new[] { 2025, 2026, 2022 }.Select(y => Holidays.In(y, "14").Single(h => h.Name.De.StartsWith("Buß", StringComparison.Ordinal)).Date));

    [Fact]
    public void Reformation_day_was_kept_everywhere_in_2017_and_in_the_north_from_then_on()
    {
        var day = new LocalDate(2017, 10, 31);
        Assert.All(Catalogues.Reference.States.Keys, s => Assert.Single(Holidays.In(2017, s), h => h.Date == day));
        Assert.DoesNotContain(Holidays.In(2018, "05"), h => h.Date == new LocalDate(2018, 10, 31));
        Assert.Contains(Holidays.In(2018, "01"), h => h.Date == new LocalDate(2018, 10, 31));
        Assert.DoesNotContain(Holidays.In(2016, "01"), h => h.Date == new LocalDate(2016, 10, 31));
    }

    [Fact]
    public void There_are_sixteen_states() => Assert.Equal(Enumerable.Range(1, 16).Select(i => i.ToString("00", null)), Catalogues.Reference.States.Keys);
}
