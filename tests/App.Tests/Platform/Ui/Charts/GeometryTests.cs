using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Charts;

public sealed class GeometryTests
{
    [Theory]
    [InlineData(TimeScale.Linear)]
    [InlineData(TimeScale.Logarithmic)]
    public void A_time_axis_runs_from_zero_to_its_end_and_never_back(TimeScale scale)
    {
        var axis = new TimeAxis(scale, 1000);
        Assert.Equal(0, axis.Share(0));
        Assert.Equal(1, axis.Share(1000), 12);
        Assert.Equal(1, axis.Share(double.PositiveInfinity), 12);
        var shares = Enumerable.Range(0, 1001).Select(h => axis.Share(h)).ToList();
        Assert.Equal(shares.Order(), shares);
    }

    [Theory]
    [InlineData(TimeScale.Linear, 72)]
    [InlineData(TimeScale.Linear, 8766)]
    [InlineData(TimeScale.Linear, 43830)]
    [InlineData(TimeScale.Logarithmic, 72)]
    [InlineData(TimeScale.Logarithmic, 43830)]
    public void Labels_of_an_axis_keep_their_distance(TimeScale scale, double end)
    {
        using var _ = new InLanguage("de");
        var ticks = new TimeAxis(scale, end).Ticks(0.12);
        Assert.InRange(ticks.Count, 1, 9);
        Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(pair.Second.Share - pair.First.Share >= 0.119));
    }

    [Fact]
    public void A_linear_axis_counts_in_one_unit()
    {
        using var _ = new InLanguage("de");
        Assert.Equal(["1 Woche", "2 Wochen", "3 Wochen", "4 Wochen"], new TimeAxis(TimeScale.Linear, 672).Ticks(0.2).Select(t => t.Text.Replace('\u00a0', ' ')));
    }

    [Fact]
    public void Values_between_the_points_lie_on_the_line()
    {
        double[] hours = [0, 10, 20];
        double[] values = [0.2, 0, 1];
        Assert.Equal(0.5, values.At(hours, 15), 12);
        Assert.Equal(0.2, values.At(hours, -1));
        Assert.Equal(1, values.At(hours, 99));
        Assert.Equal(15, values.Reaches(hours, 0.5)!.Value, 12);
        Assert.Equal(11, values.Reaches(hours, 0.1)!.Value, 12);
        Assert.Null(values.Reaches(hours, 1.1));
    }

    [Fact]
    public void Points_nobody_would_see_are_left_out()
    {
        Assert.Equal("M0 0L10 10", Svg.Path([new(0, 0), new(3, 3), new(7, 7.05), new(10, 10)], 0.2));
        Assert.Equal("M0 0L5 9L10 10", Svg.Path([new(0, 0), new(5, 9), new(10, 10)], 0.2));
    }

    [Fact]
    public void Numbers_have_a_point_in_every_language()
    {
        using var _ = new InLanguage("de");
        Assert.Equal("1.5", Svg.Number(1.49999));
        Assert.Equal("0", Svg.Number(-0.01));
        Assert.Equal("33.33%", Svg.Percent(1 / 3.0));
    }

    [Fact]
    public void Labels_of_dates_are_clear_of_each_other_and_of_their_lines()
    {
        CurveMark[] marks = [new(240, "Zahltag Sozialhilfe"), new(300, "Zahltag Sozialhilfe"), new(330, "Bürgermeisterwahl"), new(660, "Jahresabschluss")];
        var placed = Plot(PlotSize.Wide, marks).Marks;
        Assert.Equal(4, placed.Count);
        foreach (var (a, b) in placed.SelectMany((a, i) => placed.Skip(i + 1).Select(b => (a, b))))
            Assert.True(a.IsClearOf(b), $"{a} {b}");
    }

    [Fact]
    public void Dates_become_numbers_where_there_is_no_room() =>
        Assert.Equal(["1", "2"], Plot(PlotSize.Narrow, [new(240, "Zahltag"), new(300, "Wahl")]).Marks.Select(m => m.Text));

    [Fact]
    public void Dates_after_the_end_of_the_picture_are_left_out() =>
        Assert.Equal("Zahltag", Assert.Single(Plot(PlotSize.Wide, [new(240, "Zahltag"), new(9999, "Wahl")]).Marks).Text);

    [Fact]
    public void The_gap_reaches_from_the_line_to_all_services()
    {
        var plot = Plot(PlotSize.Wide, []);
        Assert.Equal(plot.Top, plot.Y(1));
        Assert.Equal(plot.Bottom, plot.Y(0));
        Assert.StartsWith($"M{Svg.Number(plot.Left)} {Svg.Number(plot.Top)}L{Svg.Number(plot.Right)} {Svg.Number(plot.Top)}", plot.Gap(Samples.Curve().First), StringComparison.Ordinal);
    }

    [Fact]
    public void A_strip_fills_as_much_as_a_state_is_likely()
    {
        ServiceStates states = new([0, 0.001, 48], [0, 1, 0.25], [0, 0, 0.25], [0, 0, 0.25], [1, 0, 0.25]);
        var shape = new StripShape(states, new TimeAxis(TimeScale.Linear, 48));
        Assert.Equal("M0 0L1 0.75L1 1L0 1Z", shape.Stopped);
        Assert.Equal("M0 0L1 0.5L1 1L0 1Z", shape.Substitute);
        Assert.Equal("M0 0L1 0.25L1 1L0 1Z", shape.Backlog);
    }

    [Fact]
    public void A_strip_begins_at_the_outage_even_if_its_figures_begin_later()
    {
        ServiceStates states = new([6, 48], [1, 1], [0, 0], [0, 0], [0, 0]);
        Assert.StartsWith("M0 0L", new StripShape(states, new TimeAxis(TimeScale.Logarithmic, 48)).Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strip_tells_its_course()
    {
        var course = new StripShape(Samples.States(), new TimeAxis(TimeScale.Linear, 2688)).Course();
        Assert.Equal([(ServiceState.Stopped, 168), (ServiceState.Substitute, 672), (ServiceState.Backlog, 1344), (ServiceState.Normal, double.PositiveInfinity)], course);
    }

    [Fact]
    public void Days_below_zero_stand_left_of_zero()
    {
        var axis = new DayAxis([new("a", 90, 60, 140), new("b", 4, -6, 14)]);
        Assert.True(axis.Share(-6) < axis.Share(0));
        Assert.True(axis.Share(140) <= 1);
        Assert.Equal(0, new DayAxis([new("a", 5, 4, 6)]).Share(0));
        Assert.Equal(0, new DayAxis([]).Share(0));
    }

    private static CurvePlot Plot(PlotSize size, CurveMark[] marks) =>
        new(Samples.Curve(), new TimeAxis(TimeScale.Linear, 1344), size, marks);
}
