using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Charts;

public sealed class ChartTests
{
    public static TheoryData<Type, string> Charts
    {
        get
        {
            var data = new TheoryData<Type, string>();
            foreach (var chart in (Type[])[typeof(CapabilityCurveChart), typeof(HeatStrip), typeof(BandBars), typeof(GainBars)])
                foreach (var language in (string[])["de", "en"])
                    data.Add(chart, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Every_picture_has_a_title_and_a_description(Type chart, string language)
    {
        var body = await Draw(chart, language);
        var pictures = body.QuerySelectorAll("svg[role=img]");
        Assert.NotEmpty(pictures);
        foreach (var picture in pictures)
        {
            var texts = picture.GetAttribute("aria-labelledby")!.Split(' ').Select(id => body.QuerySelector($"#{id}")!).ToList();
            Assert.Equal(["title", "desc"], texts.Select(t => t.LocalName));
            Assert.All(texts, t => Assert.NotEmpty(t.TextContent.Trim()));
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Every_picture_has_a_table(Type chart, string language)
    {
        var body = await Draw(chart, language);
        Assert.NotEmpty(body.QuerySelectorAll("details table tbody tr th[scope=row]"));
        Assert.Equal(language == "de" ? "Werte als Tabelle" : "Values as a table", body.QuerySelectorAll("details:has(table) > summary").Single().TextContent);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Nothing_inline_that_the_content_policy_forbids(Type chart, string language)
    {
        var body = await Draw(chart, language);
        Assert.Empty(body.QuerySelectorAll("[style], style, script, [onclick], [onload]"));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Ids_are_unique_and_what_is_referred_to_exists(Type chart, string language)
    {
        var body = await Draw(chart, language);
        var ids = body.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var references = body.QuerySelectorAll("[fill^='url('], [clip-path]").Select(e => e.GetAttribute("clip-path") ?? e.GetAttribute("fill")!);
        Assert.All(references, r => Assert.Contains(r[5..^1], ids));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task The_same_figures_give_the_same_picture(Type chart, string language) =>
        Assert.Equal((await Draw(chart, language)).InnerHtml, (await Draw(chart, language)).InnerHtml);

    [Fact]
    public async Task The_curve_says_what_it_shows()
    {
        var body = await Draw(typeof(CapabilityCurveChart), "de");
        Assert.StartsWith("3 Tage nach dem Ausfall: 43 % der Leistungen werden erbracht, 11 % im Normalbetrieb", Plain(body.QuerySelector("desc")!), StringComparison.Ordinal);
        Assert.Contains("Zahltag", body.QuerySelector("svg")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_draws_both_courses_of_one_layer()
    {
        var body = await Rendering.Of<CapabilityCurveChart>(new() { ["Title"] = "Mit Maßnahmen", ["Curve"] = Samples.Curve(), ["Other"] = Samples.Curve(own: 336) });
        Assert.Equal(4, body.QuerySelectorAll(".chart__picture .curve__line").Length);
        Assert.NotEmpty(body.QuerySelectorAll(".curve__gained"));
        Assert.Equal(["Zeit", "ohne Maßnahmen", "mit Maßnahmen"], body.QuerySelectorAll("th[scope=col]").Select(t => t.TextContent));
    }

    [Fact]
    public async Task A_strip_row_is_also_said_in_words()
    {
        var body = await Draw(typeof(HeatStrip), "de");
        Assert.Equal("bis 7 Tage: steht still; bis 4 Wochen: Ausweichlösung; bis 8 Wochen: Rückstand; danach: Normalbetrieb", Plain(body.QuerySelector("svg[role=img] desc")!));
        Assert.Equal("steht eine Woche still", body.QuerySelector(".strip-row__words")!.TextContent);
        Assert.Equal("/services/a", body.QuerySelector(".strip-row__label a")!.GetAttribute("href"));
    }

    private static string Plain(IElement element) => element.TextContent.Replace('\u00a0', ' ');

    private static async Task<IElement> Draw(Type chart, string language) => await Rendering.Of<DynamicComponent>(new()
    {
        ["Type"] = chart,
        ["Parameters"] = new Dictionary<string, object>(Parameters(chart)) { ["Title"] = "Wie lange es dauert" },
    }, language);

    private static Dictionary<string, object> Parameters(Type chart)
    {
        if (chart == typeof(CapabilityCurveChart)) return new() { ["Curve"] = Samples.Curve(), ["Marks"] = new[] { new CurveMark(240, "Zahltag") } };
        if (chart == typeof(HeatStrip)) return new() { ["Rows"] = new[] { new StripRow("Ausweis", Samples.States(), "steht eine Woche still", "/services/a", 72), new StripRow("Wohngeld", Samples.States(72), "steht drei Tage still") } };
        if (chart == typeof(BandBars)) return new() { ["Rows"] = new[] { new BandRow("Ausweis", new TimeBand(72, 168, double.PositiveInfinity, 72, 72, 168, 168, 336, 336), 72) } };
        return new() { ["Rows"] = new[] { new GainRow("Notnetz", 96, 60, 140), new GainRow("Firewall", -2, -6, 4) } };
    }
}
