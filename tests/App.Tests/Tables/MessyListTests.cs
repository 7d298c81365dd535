using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Import;
using Xunit;
using static ResilienceMonitor.App.Tests.Tables.TableFiles;

namespace ResilienceMonitor.App.Tests.Tables;

public sealed class MessyListTests
{
    [Theory, EveryDatabase]
    public async Task Every_fault_is_named_with_its_cell_and_the_other_rows_can_be_taken(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var before = SnapshotJson.HashOf(await app.Model());
        var list = MessyList.Workbook();
        var imported = await app.Import(list);
        foreach (var (fault, (_, value, code)) in MessyList.Faults.Index()) Assert.True(imported.Errors.Any(e => e.Row == MessyList.RowOf(fault)), $"{value} in row {MessyList.RowOf(fault)} was not found: {code}");
        Assert.Equal((275, 25, false), (imported.GoodRows, imported.WrongRows, imported.Written));
        Assert.Equal(before, SnapshotJson.HashOf(await app.Model()));
        Assert.Equal(25, MessyList.Faults.Count);
        foreach (var (fault, (column, value, code)) in MessyList.Faults.Index())
        {
            var row = MessyList.RowOf(fault);
            var said = imported.Errors.Where(e => e.Row == row).ToList();
            Assert.True(said.Any(e => e.Code == code && e.Sheet == "Fachverfahren 2026" && (e.Cell == $"{(char)('A' + column)}{row}" || code == "table.reason-missing")), $"{value} in row {row}: {string.Join(", ", said)}");
        }

        Assert.Equal(25, imported.Errors.Select(e => e.Row).Distinct().Count());
        Assert.Contains(imported.Notes, n => n.Code == TableCode.SheetHidden);
        Assert.Contains(imported.Notes, n => n is { Code: TableCode.ColumnHidden, Cell: "J5" });
        var taken = await app.Import(list, Take with { GoodRows = true });
        Assert.Equal((275, true), (taken.Count(RowChange.New), taken.Written));
        var resources = (await app.Model()).Resources;
        Assert.Equal(275, resources.Keys.Count(k => k.StartsWith("liste-", StringComparison.Ordinal)));
        Assert.Equal("Verfahren für Bürgerinnen, Straßen und Öfen 1", resources["liste-1"].Name);
        Assert.False((await app.Import(list, Take with { GoodRows = true })).Written);
    }

    [Theory, EveryDatabase]
    public async Task The_same_list_as_a_text_file_of_an_older_program_is_read_alike(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var imported = await app.Import(MessyList.Text(), Take with { GoodRows = true });
        Assert.Equal((278, 22), (imported.GoodRows, imported.WrongRows));
        Assert.Equal("Verfahren für Bürgerinnen, Straßen und Öfen 300", (await app.Model()).Resources["liste-300"].Name);
        Assert.All(imported.Errors, e => Assert.True(e is { Row: not null, Column: not null }));
    }
}
