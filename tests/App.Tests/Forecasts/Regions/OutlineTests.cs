using System.Globalization;
using System.Text;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Forecasts.Regions.Outlines;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts.Regions;

/// <summary>Outlines a user brings: read strictly, drawn small, kept for their body alone.</summary>
public sealed class OutlineTests
{
    private const string Square = "[[[7.0,51.0],[8.0,51.0],[8.0,52.0],[7.0,52.0],[7.0,51.0]]]";

    [Theory]
    [InlineData("\"AGS\":\"05958004\"", "05958004")]
    [InlineData("\"ags\":5958004", "05958004")]
    [InlineData("\"ARS\":\"059580004004\"", "05958004")]
    [InlineData("\"AGS\":\"x\"", null)]
    [InlineData("\"AGS\":[1]", null)]
    public void The_official_key_is_found_however_it_is_written(string properties, string? key) =>
        Assert.Equal(key, Assert.Single(OutlineFile.Read(Collection($"{{{properties},\"GEN\":\"Arnsberg\"}}", "Polygon", Square)).Value).Key);

    [Theory]
    [InlineData("", "outlines.no-geojson")]
    [InlineData("{}", "outlines.no-geojson")]
    [InlineData("[1,2]", "outlines.no-geojson")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":7}", "outlines.no-geojson")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "outlines.none")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[null,7,{},{\"geometry\":null},{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}", "outlines.none")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[430000,5700000],[430001,5700000],[430001,5700001],[430000,5700000]]]}}]}", "outlines.coordinates")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",1],[2,3],[4,5],[6,7]]]}}]}", "outlines.coordinates")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1e999,1],[2,3],[4,5],[6,7]]]}}]}", "outlines.coordinates")]
    public void What_is_no_outline_is_refused(string file, string code) => Assert.Equal(code, OutlineFile.Read(Encoding.UTF8.GetBytes(file)).Refusal?.Code);

    [Fact]
    public void Depth_size_and_number_have_limits()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));
        Assert.Equal("outlines.no-geojson", OutlineFile.Read(Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":{deep}")).Refusal?.Code);
        Assert.Equal("outlines.too-large", OutlineFile.Read(new byte[Limits.OutlineBytes + 1]).Refusal?.Code);
        var many = string.Join(',', Enumerable.Repeat("{}", Limits.OutlineFeatures + 1));
        Assert.Equal("outlines.too-many", OutlineFile.Read(Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{many}]}}")).Refusal?.Code);
    }

    [Fact]
    public void A_fine_coast_is_drawn_with_few_points_and_keeps_its_shape()
    {
        var points = Enumerable.Range(0, 200_001).Select(i => i * 2 * Math.PI / 200_000).Select(a => string.Create(CultureInfo.InvariantCulture, $"[{8 + Math.Cos(a):F6},{51 + (0.63 * Math.Sin(a)):F6}]"));
        var outline = Assert.Single(OutlineFile.Read(Collection("{}", "MultiPolygon", $"[[[{string.Join(',', points)}]]]")).Value);
        var ring = Assert.Single(outline.Rings);
        Assert.InRange(ring.Count / 2, 20, 400);
        Assert.InRange(ring.Where((_, i) => i % 2 == 0).Max() - ring.Where((_, i) => i % 2 == 0).Min(), Outline.Size - 4, Outline.Size);
        // Every point still lies on the circle, north is above.
        Assert.All(ring.Chunk(2), p => Assert.InRange(Math.Sqrt(Math.Pow(p[0] - 500, 2) + Math.Pow(p[1] - 500, 2)), 490, 510));
    }

    [Theory, EveryDatabase]
    public async Task Outlines_take_the_place_of_tiles_until_they_are_taken_away(TestApp app)
    {
        await RegionPageTests.Simulated(app, 2);
        var body = await app.FindBody("ags:05954");
        const string file = "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"AGS\":\"05954001\",\"GEN\":\"<script>\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}},{\"properties\":{\"GEN\":\"Fremdstadt\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[8.0,51.0],[9.0,51.0],[9.0,52.0],[8.0,51.0]]]}}]}";
        Assert.Equal(2, (await app.Use<RegionOutlines, Result<int>>((u, ct) => u.Keep(body.BodyId, Encoding.UTF8.GetBytes(file), ct))).Value);
        Assert.Empty(await app.Use<RegionOutlines, IReadOnlyList<Outline>>((u, ct) => u.Of(BodyId.New(), ct)));
        await using (var host = await PageHost.Start(app))
        {
            var page = await host.Get("/region?body=ags:05954&Subject=district:ags:05954&Scenario=provider-encryption&Hour=72");
            Assert.Empty(page.QuerySelectorAll(".tile"));
            Assert.Single(page.QuerySelectorAll(".outline--other"));
            var own = Assert.Single(page.QuerySelectorAll(".outlines a"));
            Assert.StartsWith("/simulation?", own.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Matches(@"^.+: \d+ von \d+ Leistungen stehen still, ", own.GetAttribute("aria-label"));
            Assert.DoesNotContain("Fremdstadt", page.Source.Text, StringComparison.Ordinal);
        }

        await app.Use<RegionOutlines, int>(async (u, ct) =>
        {
            await u.Remove(body.BodyId, ct);
            return 0;
        });
        await using var again = await PageHost.Start(app);
        Assert.NotEmpty((await again.Get("/region?body=ags:05954&Subject=district:ags:05954&Scenario=provider-encryption&Hour=72")).QuerySelectorAll(".tile"));
    }

    private static byte[] Collection(string properties, string type, string coordinates) =>
        Encoding.UTF8.GetBytes($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}} } }]}""");
}
