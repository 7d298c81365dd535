using ResilienceMonitor.Platform.Files;
using Xunit;
using static ResilienceMonitor.App.Tests.Platform.Files.Reading;

namespace ResilienceMonitor.App.Tests.Platform.Files;

public sealed class FileRefusalTests
{
    private const long HundredMegabytes = 100L * 1024 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_of_junk_are_refused_by_the_first_bytes()
    {
        var junk = new EndlessStream(at => (byte)(at * 2_654_435_761 >> 13), HundredMegabytes);
        var result = await TableFile.Read(junk, TestContext.Current.CancellationToken);
        Assert.Equal(FileCode.Nul, Assert.Single(result.Problems).Code);
        Assert.InRange(junk.Taken, 0, 128 * 1024);
    }

    [Fact]
    public async Task A_large_file_is_refused_by_its_length_without_reading_it()
    {
        using var file = new MemoryStream();
        file.SetLength(TableLimits.MaxFileBytes + 1);
        var result = await TableFile.Read(file, TestContext.Current.CancellationToken);
        Assert.Equal(FileCode.TooLarge, Assert.Single(result.Problems).Code);
        Assert.Equal(0, file.Position);
        Assert.Null(result.ContentHash);
    }

    [Theory]
    [InlineData("%PDF-1.7 key;name")]
    [InlineData("<html><table><tr><td>key")]
    [InlineData("\uFEFF \n<!DOCTYPE html>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("{\\rtf1 key;name}")]
    public async Task What_is_no_table_is_told_by_its_first_bytes(string text) => await Refusal(text, FileCode.NotATable);

    [Fact]
    public async Task Old_workbooks_are_refused_with_advice() => await Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], FileCode.OldExcel);

    [Fact]
    public async Task A_workbook_is_read_whatever_its_name()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        await File.WriteAllBytesAsync(path, WorkbookFile.Of(["key", "name"], ["1", "Olpe"]).Bytes(), TestContext.Current.CancellationToken);
        try
        {
            var result = await TableFile.Read(path, TestContext.Current.CancellationToken);
            Assert.Equal(["1", "Olpe"], result.Table!.Rows[0].Cells);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_missing_file_is_unreadable()
    {
        var result = await TableFile.Read(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), TestContext.Current.CancellationToken);
        Assert.Equal(FileCode.Unreadable, Assert.Single(result.Problems).Code);
    }

    /// <summary>A workbook cut off or with a byte changed anywhere is a table or a problem, never an exception.</summary>
    [Fact]
    public async Task No_damage_gets_past_the_edge()
    {
        var whole = WorkbookFile.Of(["key", "name"], ["1", "Olpe"]).Strings("<si><t>x</t></si>").Styles("", 0).Bytes();
        for (var at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0xFF;
            AssertOneOfBoth(await Read(changed));
            AssertOneOfBoth(await Read(whole[..at]));
        }
    }

    private static void AssertOneOfBoth(TableReadResult result) => Assert.Equal(result.Table is null, result.Problems.Count > 0);
}
