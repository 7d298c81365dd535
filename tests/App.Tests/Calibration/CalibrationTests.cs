using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Calibration;
using ResilienceMonitor.Calibration.Fitting;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Calibration;

public sealed class CalibrationTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bars_hold_on_known_outages_each_forecast_without_itself()
    {
        var (known, _) = await OutageFolder.Read(SharedData.Path("data", "outages"), Ct);
        var validation = new ValidateOutages(Catalogues.Reference).Run(known!, null, new() { Runs = 1000, Threads = 2 }, null, Ct);
        var comparison = validation.Comparison;
        Assert.True(comparison.Comparable!.Ratio <= 0.8, $"Loss {comparison.Comparable.Ratio:0.00} of the better forecast without model.");
        Assert.InRange(comparison.PerRow!.Coverage, 0.7, 0.9);
        Assert.InRange(comparison.PerCase!.Coverage, 0.65, 0.9);
        Assert.InRange(comparison.PerRow.Width, 4, 15);
        Assert.InRange(comparison.PerRow.Bias, -0.35, 0.35);
        Assert.True(comparison.By(r => r.Seen.Milestone.ToString()).Single(s => s.Key == nameof(Milestone.OwnService)).Ratio <= 1.05);
        Assert.True(validation.GivenRatio <= 0.85, $"Loss {validation.GivenRatio:0.00} given the first.");
    }

    [Fact]
    public async Task The_comparison_that_comes_with_the_program_was_made_from_the_known_outages()
    {
        var (known, _) = await OutageFolder.Read(SharedData.Path("data", "outages"), Ct);
        var shipped = Catalogues.Reference.Read<KnownOutageEntry>(CalibrationFiles.Outages).Entries;
        Assert.Equal(known!.Cases.Select(c => c.Id), shipped.Keys);
        Assert.Equal(known.Observations, shipped.SelectMany(e => e.Value.Rows.Select(r => r.Seen(e.Key))));
    }

    [Fact]
    public async Task Two_calibrations_of_the_same_folder_write_the_same_bytes()
    {
        var (known, problems) = await OutageFolder.Read(Small(), Ct);
        Assert.Empty(problems);
        var written = new List<string>();
        foreach (var threads in (int[])[1, 2])
        {
            var folder = Directory.CreateTempSubdirectory("resmon-calibrated-").FullName;
            await CalibrationFiles.Write(folder, new CalibrateReference(Catalogues.Reference).Run(known!, Options(threads), null, Ct), new(2026, 1, 2), Ct);
            foreach (var schema in new[] { CalibrationFiles.Outages, CalibrationFiles.Fit }) written.Add(await File.ReadAllTextAsync(Path.Combine(folder, $"{schema}.json"), Ct));
        }

        Assert.Equal(written[..2], written[2..]);
        Assert.Contains("\"date\": \"2026-01-02\"", written[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_training_folder_forecasts_come_from_it_alone()
    {
        var (known, _) = await OutageFolder.Read(Small(), Ct);
        var judged = known! with { Cases = [known.Cases[0]], Observations = [known.Observations[0]] };
        var alone = new ValidateOutages(Catalogues.Reference).Run(judged, judged with { Cases = [], Observations = [] }, Options(2), null, Ct);
        var row = Assert.Single(alone.Comparison.Rows);
        Assert.Null(row.N1);
        Assert.All(alone.Numbers, n => Assert.Equal(n.Prior, n.Value));
        var trained = new ValidateOutages(Catalogues.Reference).Run(judged, known, Options(2), null, Ct);
        Assert.NotNull(Assert.Single(trained.Comparison.Rows).N1);
    }

    [Fact]
    public void The_fit_follows_the_outages_but_not_beyond_its_range()
    {
        var reference = Catalogues.Reference.Read<Parameter>("reference").Entries["pace"];
        KnownOutage[] cases = [.. Enumerable.Range(1, 8).Select(i => Outages.Encrypted(50_000) with { Id = $"C{i}" })];
        var slow = Fitted(cases, day: 400);
        var quick = Fitted(cases, day: 40);
        Assert.True(quick.Value < reference.Value && slow.Value > reference.Value);
        Assert.InRange(slow.Value, reference.Range!.Min, reference.Range.Max);
    }

    private static FittedNumber Fitted(KnownOutage[] cases, double day)
    {
        var collection = new OutageCollection(cases, [.. cases.Select(c => Outages.Seen(Milestone.Share, day, day, share: 0.9, id: c.Id))]);
        var forecasts = new CaseForecasts(ResilienceMonitor.Calibration.Model.ReferenceCatalogue.From(Catalogues.Reference), Options(2), Ct);
        return CaseFits.Of(collection, [], forecasts, null).Numbers(forecasts).Single(n => n.Key == "pace");
    }

    private static RunOptions Options(int threads) => new() { Runs = 40, Threads = threads };

    private static string Small() => Outages.Folder(
        "id,population,cause\nA,20000,encrypted\nB,,precaution\nC,1000000,\n",
        "case,milestone,service,share,day_min,day_max,mark\nA,own_service,id-card,,30,40,A\nA,full,,,120,120,D\nB,full,,,5,5,S\nC,first_clients,,,20,,S\nC,most,,,90,95,D\n");
}
