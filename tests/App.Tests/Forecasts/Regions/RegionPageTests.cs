using AngleSharp.Dom;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts.Regions;

/// <summary>The page of a region as a person without script sees it.</summary>
public sealed class RegionPageTests
{
    private const string Address = "/region?Subject=district:ags:05954&Scenario=provider-encryption";

    [Theory, EveryDatabase]
    public async Task Each_step_has_an_address_and_the_tiles_say_what_they_show(TestApp app)
    {
        await Simulated(app, 3);
        await using var host = await PageHost.Start(app);
        var start = await host.Get($"{Address}&Hour=0");
        Assert.StartsWith("Stadt: Unmittelbar nach dem Ausfall stehen in 4 von 4 Verwaltungen", Text(start.QuerySelector(".lead")!), StringComparison.Ordinal);
        Assert.Equal(4, start.QuerySelectorAll(".tile").Length);
        Assert.All(start.QuerySelectorAll(".tile__picture title"), t => Assert.Matches(@"^.+: \d+ von \d+ Leistungen stehen still, ", Text(t)));
        Assert.Equal("sofort", Assert.Single(start.QuerySelectorAll(".steps a[aria-current=step]")).TextContent);

        // From the first to the last step services come back: less and less is filled as stopped.
        var heights = new List<double>();
        foreach (var step in start.QuerySelectorAll(".steps a").Select(a => a.GetAttribute("href")!))
            heights.Add((await host.Get(step)).QuerySelectorAll(".tile__picture .strip__fill--stopped").Sum(r => double.Parse(r.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(heights[0] > heights[3] && heights[3] > heights[^1], string.Join(' ', heights));
        Assert.Equal(4 * 10, start.QuerySelectorAll(".map tbody td").Length);
        Assert.Equal(start.QuerySelector(".lead")!.TextContent, (await host.Get($"{Address}&Hour=0&Provider=")).QuerySelector(".lead")!.TextContent);
        Assert.Equal("3 Tage", Text(Assert.Single((await host.Get($"{Address}&Hour=-5")).QuerySelectorAll(".steps a[aria-current=step]"))));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_result_the_page_says_that_it_is_being_made(TestApp app)
    {
        await District(app, 2);
        await using var host = await PageHost.Start(app, "en");
        var page = await host.Get(Address);
        Assert.NotNull(page.QuerySelector("[data-progress]"));
        Assert.Empty(page.QuerySelectorAll(".tile"));
        Assert.Equal("Provider (not stated)", Text(page.QuerySelectorAll("tbody th")[0]));
        Assert.NotNull((await host.Get("/region?Subject=region:nothing")).QuerySelector("[role=alert], .kern-alert"));
    }

    [Theory, EveryDatabase]
    public async Task Providers_of_one_name_are_told_apart_by_their_customers(TestApp app)
    {
        await District(app, 1);
        foreach (var (key, name) in new[] { ("ags:05954011", "Ohnedorf"), ("ags:05954012", "Nirgendwo") })
            await app.CreateTown(key, 9_000, b => b with { Name = name, District = "ags:05954", Answers = b.Answers with { ProviderKnown = false } });
        await using var host = await PageHost.Start(app);
        var names = (await host.Get(Address)).QuerySelectorAll("tbody th").Select(Text).ToList();
        Assert.Equal(["Kunde: Nirgendwo", "Kunde: Ohnedorf", "Kunden: Ort 1 und 1 weitere"], names.Where(n => n.Contains("Kunde", StringComparison.Ordinal)).Select(n => n[n.IndexOf("Kunde", StringComparison.Ordinal)..]).Order(StringComparer.Ordinal));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, EveryDatabase]
    public async Task Where_there_is_no_region_the_page_offers_the_next_step(TestApp app)
    {
        await using var host = await PageHost.Start(app);
        Assert.NotNull((await host.Get("/region")).QuerySelector(".empty-state a"));
        await app.CreateTown("ags:05954004", 18_000);
        Assert.NotNull((await host.Get("/region")).QuerySelector(".empty-state a"));
    }

    [Theory, EveryDatabase]
    public async Task Pages_of_a_large_district_stay_small(TestApp app)
    {
        await Simulated(app, 12);
        await using var host = await PageHost.Start(app);
        Assert.InRange((await host.Get(Address)).Source.Length, 10_000, 60_000);
        Assert.InRange((await host.Get("/dependencies?body=ags:05954001")).Source.Length, 10_000, 250_000);
    }

    private static string Text(IElement element) => element.TextContent.Replace('\u00a0', ' ').Trim();

    internal static async Task Simulated(TestApp app, int towns)
    {
        await District(app, towns);
        Selection selection = new() { District = "ags:05954", Scenario = "provider-encryption", Runs = UsualScenario.Runs, KnownOnly = true };
        Assert.Null((await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(selection, null, ct))).Refusal);
    }

    private static async Task District(TestApp app, int towns)
    {
        await app.CreateTown("ags:05954", 300_000, b => b with { Name = "Stadt", Kind = BodyKind.District, LegalStatus = LegalStatus.District, Providers = ["provider:a"] });
        for (var i = 1; i <= towns; i++)
            await app.CreateTown($"ags:05954{i:000}", 9_000 + i, b => b with { Name = $"Ort {i}", District = "ags:05954", Providers = ["provider:a"], Answers = b.Answers with { ProviderKnown = true } });
    }
}
