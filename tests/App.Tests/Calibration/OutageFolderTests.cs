using ResilienceMonitor.Calibration.Outages;
using Xunit;

namespace ResilienceMonitor.App.Tests.Calibration;

public sealed class OutageFolderTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_and_unknown_cells_are_not_known_and_not_zero()
    {
        var folder = Outages.Folder("id,kind,population,clients,cause,backups\nA,,unknown,,,\nB,provider,1000,50,power,partly_lost\n",
            "case,milestone,service,share,day_min,day_max,mark\nA,full,,,3,,S\nB,share,,0.5,2,4,\n");
        var (collection, problems) = await OutageFolder.Read(folder, Ct);
        Assert.Empty(problems);
        Assert.Equal(new KnownOutage { Id = "A" }, collection!.Cases[0]);
        Assert.Equal((OutageBody.Provider, 1000.0, 50.0, OutageCause.Power, BackupState.PartlyLost), (collection.Cases[1].Kind, collection.Cases[1].Population, collection.Cases[1].Clients, collection.Cases[1].Cause, collection.Cases[1].Backups));
        Assert.Null(collection.Observations[0].DayMax);
        Assert.Equal(ObservationMark.Approximate, collection.Observations[1].Mark);
    }

    [Fact]
    public async Task What_lacks_its_day_or_its_share_is_kept_but_not_scored()
    {
        var folder = Outages.Folder("id\nA\n", "case,milestone,share,day_min,day_max,mark\nA,full,,,9,S\nA,clients,,5,5,S\nA,full,,5,5,S\n");
        var (collection, problems) = await OutageFolder.Read(folder, Ct);
        Assert.Empty(problems);
        Assert.Equal([false, false, true], collection!.Observations.Select(o => o.IsScored));
    }

    [Fact]
    public async Task All_errors_are_said_at_once_with_file_and_row()
    {
        var folder = Outages.Folder(
            "id,kind,population,start,cause\nA,castle,-5,30.10.2023,fire\nA,,,,\n,,,,\n",
            "case,milestone,share,day_min,day_max,mark\nB,back,,1,2,S\nA,share,,5,2,X\nA,full,1.5,,9,S\nA,clients,0,1,1,S\n");
        var (collection, problems) = await OutageFolder.Read(folder, Ct);
        Assert.Null(collection);
        var said = problems.Select(p => $"{p.File[0]}{p.Row} {p.Text.En}").Order(StringComparer.Ordinal).ToList();
        Assert.Collection(
            said,
            s => Assert.StartsWith("c2 “cause” holds “fire”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("c2 “kind” holds “castle”; possible are: municipality, district, provider", s, StringComparison.Ordinal),
            s => Assert.StartsWith("c2 “population” holds “-5”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("c2 “start” holds “30.10.2023”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("c3 The case A stands further up", s, StringComparison.Ordinal),
            s => Assert.StartsWith("o2 There is no case “B”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("o2 “milestone” holds “back”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("o3 day_max is before", s, StringComparison.Ordinal),
            s => Assert.StartsWith("o3 “mark” holds “X”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("o4 “share” holds “1.5”", s, StringComparison.Ordinal),
            s => Assert.StartsWith("o5 A share in “share” is greater than 0", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_files_and_columns_are_named()
    {
        var (_, absent) = await OutageFolder.Read(Path.Combine(Path.GetTempPath(), "resmon-nowhere"), Ct);
        Assert.Equal([OutageFolder.CasesFile, OutageFolder.ObservationsFile], absent.Select(p => p.File));
        var (_, columns) = await OutageFolder.Read(Outages.Folder("name,cause\nA,power\n", "case,day_min\nA,1\n"), Ct);
        Assert.Equal(["The column “id” is missing.", "The column “milestone” is missing."], columns.Select(p => p.Text.En));
    }
}
