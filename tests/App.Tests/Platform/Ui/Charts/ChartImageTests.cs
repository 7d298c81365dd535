using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Ui;
using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Platform.Ui.Charts.Images;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Charts;

public sealed class ChartImageTests
{
    private static readonly string[] Geometry = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "viewBox", "clip-path", "transform", "text-anchor"];

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task The_curve_of_a_document_is_that_of_the_page(string language)
    {
        var page = ChartImage.PictureIn(await Rendering.Html<CapabilityCurveChart>(Curve(), language));
        Assert.Equal(Drawn(page), Drawn(await Image<CapabilityCurveChart>(Curve(), language)));
        var comparison = Curve();
        comparison["Other"] = Samples.Curve(own: 336);
        page = ChartImage.PictureIn(await Rendering.Html<CapabilityCurveChart>(comparison, language));
        Assert.Equal(Drawn(page), Drawn(await Image<CapabilityCurveChart>(comparison, language)));
    }

    [Fact]
    public async Task The_strip_of_a_document_has_the_rows_of_the_page()
    {
        var page = await Rendering.Of<HeatStrip>(Strip());
        var image = XElement.Parse(await Image<StripImage>(Strip(), "de"));
        var rows = page.QuerySelectorAll("svg.strip__picture clipPath path").Select(p => p.GetAttribute("d")).ToList();
        Assert.Equal(6, rows.Count);
        Assert.Equal(rows, Named(image, "clipPath").Elements().Select(p => (string?)p.Attribute("d")));
        Assert.Contains("Ausweis", image.Value, StringComparison.Ordinal);
        Assert.Contains("steht drei Tage still", image.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_stands_alone()
    {
        foreach (var image in (string[])[await Image<CapabilityCurveChart>(Curve(), "de"), await Image<StripImage>(Strip(), "de")])
        {
            var picture = XElement.Parse(image);
            Assert.Equal("http://www.w3.org/2000/svg", picture.Name.NamespaceName);
            Assert.All(picture.DescendantsAndSelf(), e => Assert.Null(e.Attribute("class") ?? e.Attribute("style") ?? e.Attribute("href")));
            Assert.True(double.Parse((string)picture.Attribute("height")!, CultureInfo.InvariantCulture) > 100);
            var ids = picture.DescendantsAndSelf().Attributes("id").Select(a => a.Value).ToHashSet();
            Assert.All(picture.Descendants().Attributes().Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal)), a => Assert.Contains(a.Value[5..^1], ids));

            // Everything that is painted has a colour of its own: without a style sheet it would be a black block.
            Assert.All(Named(picture, "path").Concat(Named(picture, "rect")).Where(e => e.Parent!.Name.LocalName is not "clipPath"), e => Assert.NotNull(e.Attribute("fill") ?? e.Attribute("stroke")));
        }
    }

    [Fact]
    public void In_grey_the_states_and_the_lines_still_differ()
    {
        var ink = ChartInk.All.ToDictionary(i => i.Class, i => i.Attributes.Chunk(2).ToDictionary(p => p[0], p => p[1]));
        Apart(ink["strip__fill--stopped"]["fill"], ink["strip__ink--substitute"]["stroke"], ink["strip__ground--substitute"]["fill"]);
        Apart(ink["strip__ink--backlog"]["fill"], ink["strip__ground--backlog"]["fill"]);
        Apart(ink["curve__line--own"]["stroke"], ink["curve__line--cleared"]["stroke"], "#ffffff");
        Apart(ink["deps__corner--many"]["fill"], ink["deps__corner"]["fill"]);

        // Where two lines are about as light, dashes tell them apart.
        var dashes = ((string[])["first", "own", "cleared"]).Select(l => ink[$"curve__line--{l}"].GetValueOrDefault("stroke-dasharray")).ToList();
        Assert.Equal(dashes.Distinct(), dashes);
        Assert.NotEqual(ink["curve__line--with"].GetValueOrDefault("stroke-dasharray"), ink["curve__line--without"].GetValueOrDefault("stroke-dasharray"));
    }

    private static void Apart(params string[] colours)
    {
        var greys = colours.Select(Grey).Order().ToList();
        Assert.All(greys.Zip(greys.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 0.15, string.Join(' ', colours)));
    }

    // Lightness as a grey printer sees it (Rec. 709).
    private static double Grey(string colour)
    {
        double Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    private static IEnumerable<string> Drawn(string svg) => XElement.Parse(svg).DescendantsAndSelf()
        .Select(e => $"{e.Name.LocalName} {string.Join(' ', e.Attributes().Where(a => Geometry.Contains(a.Name.LocalName)).Select(a => $"{a.Name.LocalName}={a.Value}"))} {(e.HasElements ? "" : e.Value)}");

    private static IEnumerable<XElement> Named(XElement picture, string name) => picture.Descendants().Where(e => e.Name.LocalName == name);

    private static Dictionary<string, object?> Curve() => new() { ["Title"] = "Wie lange es dauert", ["Curve"] = Samples.Curve(), ["Marks"] = new[] { new CurveMark(240, "Zahltag") } };

    private static Dictionary<string, object?> Strip() => new()
    {
        ["Title"] = "Wie lange es dauert",
        ["Rows"] = new[] { new StripRow("Ausweis", Samples.States(), "steht eine Woche still", "/services/a", 72), new StripRow("Wohngeld", Samples.States(72), "steht drei Tage still") },
    };

    private static async Task<string> Image<TChart>(Dictionary<string, object?> parameters, string language) where TChart : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddScoped<ElementIds>().AddSingleton<ChartImage>().BuildServiceProvider();
        using var _ = new InLanguage(language);
        return await services.GetRequiredService<ChartImage>().Of<TChart>(parameters);
    }
}
