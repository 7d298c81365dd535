using System.Text.RegularExpressions;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Reports;
using ResilienceMonitor.Reports.Situation;
using Xunit;

namespace ResilienceMonitor.App.Tests.Reports;

public sealed partial class SituationTests
{
    private const double TwelveDays = 288;

    [Theory, EveryDatabase]
    public async Task It_can_be_read_out_without_a_single_figure(TestApp app)
    {
        await app.CreateTown("ags:05958004", 18_000);
        foreach (var (culture, lasts) in Languages.All.Zip(["seit zwölf Tagen", "for twelve days"]))
        {
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = (culture, culture);
            foreach (var soFar in new[] { null, new OutageSoFar { Hours = TwelveDays } })
            {
                var file = (await app.Use<WriteReport, Result<ReportFile?>>((u, ct) => u.File(ReportKind.Situation, CouncilPaperTests.Asked(), soFar, ct))).Value!;
                OfficeFile.MustBeValid(file.Bytes, slides: false);
                var said = Lines(file);
                Assert.DoesNotMatch(Figure(), string.Join(' ', said.Where(l => !Head().IsMatch(l))));
                Assert.Equal(soFar is not null, said.Any(l => l.Contains(lasts, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task What_is_back_neither_stands_still_nor_needs_a_substitute()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown("ags:05958004", 18_000);
        var body = await app.FindBody("ags:05958004");
        var selection = CouncilPaperTests.Asked().Selection with { Runs = ForecastRemaining.UsualRuns };
        var before = await Facts([]);
        var after = await Facts([new(KnownThing.Service, "identity-card", ServiceLevel.Own, TwelveDays - 24)]);
        Assert.Contains(before.Stopped.Concat(before.Substituted), s => s.Key == "identity-card");
        Assert.DoesNotContain(after.Stopped.Concat(after.Substituted), s => s.Key == "identity-card");
        Assert.Equal(before.Working + 1, after.Working);

        async Task<SituationFacts> Facts(IReadOnlyList<KnownReturn> returns) => SituationFacts.Of(body, (await app.Use<ForecastRemaining, Result<RemainedOutage>>(
            (u, ct) => u.Run(selection, new() { Hours = TwelveDays, Returns = returns }, null, ct))).Value);
    }

    private static List<string> Lines(ReportFile file) => [.. OfficeFile.TextOf(file.Bytes).Split('\n').Where(l => l.Contains(' ', StringComparison.Ordinal) && !l.Contains("Seite", StringComparison.Ordinal) && !l.Contains("page", StringComparison.Ordinal))];

    [GeneratedRegex(@"\d")]
    private static partial Regex Figure();

    [GeneratedRegex(@"^\d\. ")]
    private static partial Regex Head();
}
