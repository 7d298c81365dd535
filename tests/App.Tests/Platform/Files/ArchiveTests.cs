using System.IO.Compression;
using System.Text;
using ResilienceMonitor.Platform.Files;
using Xunit;
using static ResilienceMonitor.App.Tests.Platform.Files.Reading;

namespace ResilienceMonitor.App.Tests.Platform.Files;

public sealed class ArchiveTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const int FlagsOffset = 8;
    private const int UnpackedOffset = 24;
    private const int HeaderOffset = 42;
    private const int AttributesOffset = 38;

    private static byte[] Workbook => WorkbookFile.Of(["key", "name"], ["1", "Olpe"]).Bytes();

    [Fact]
    public async Task A_bomb_is_refused_by_its_ratio()
    {
        var bomb = ZipFile.Of((SheetPart, new byte[50 * 1024 * 1024]));
        Assert.InRange(bomb.Length, 0, 100_000);
        await Refusal(bomb, FileCode.ArchiveUnpacked);
    }

    [Fact]
    public async Task A_bomb_of_many_small_parts_is_refused_by_their_sum()
    {
        var part = new byte[ArchiveGuard.RatioFloorBytes];
        await Refusal(ZipFile.Of([.. Enumerable.Range(0, 101).Select(n => ($"xl/media/{n}.png", part))]), FileCode.ArchiveUnpacked);
    }

    [Fact]
    public async Task A_part_that_holds_more_than_it_says_is_stopped()
    {
        var sheet = "<worksheet>" + new string(' ', 3_000_000) + "</worksheet>";
        var lying = WorkbookFile.Of([]).Part(SheetPart, sheet).Bytes().PatchDirectory(SheetPart, UnpackedOffset, BitConverter.GetBytes(50_000));
        await Refusal(lying, FileCode.ArchiveUnpacked);
    }

    [Fact]
    public async Task A_part_that_holds_less_than_it_says_is_refused() =>
        await Refusal(Workbook.PatchDirectory(SheetPart, UnpackedOffset, BitConverter.GetBytes(50_000)), FileCode.Damaged);

    [Fact]
    public async Task Too_many_entries_are_refused()
    {
        await Refusal(ZipFile.Of([.. Enumerable.Range(0, 65_536).Select(n => ($"{n}", Array.Empty<byte>()))]), FileCode.ArchiveEntries);
        await Refusal(ZipFile.Of([.. Enumerable.Range(0, ArchiveGuard.MaxEntries + 1).Select(n => ($"{n}", Array.Empty<byte>()))]), FileCode.ArchiveEntries);
    }

    [Fact]
    public async Task An_end_record_that_hides_entries_is_refused()
    {
        var file = ZipFile.Of([.. Enumerable.Range(0, ArchiveGuard.MaxEntries + 1).Select(n => ($"{n}", Array.Empty<byte>()))]);
        foreach (var at in new[] { 8, 10 })
            BitConverter.GetBytes((short)3).CopyTo(file, file.Length - 22 + at);
        await Refusal(file, FileCode.ArchiveEntries);
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("xl/../../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/evil.xml")]
    [InlineData("\\\\server\\share\\evil.xml")]
    [InlineData("xl//evil.xml")]
    [InlineData("xl/NUL.xml")]
    [InlineData("xl/trailing./evil.xml")]
    [InlineData("xl/evil\u202Elmx.xml")]
    [InlineData("xl/line\nbreak.xml")]
    public async Task Names_that_lead_elsewhere_are_refused(string name) =>
        await Refusal(WorkbookFile.Of(["key"], ["1"]).Part(name, "x").Bytes(), FileCode.ArchivePath);

    [Fact]
    public async Task A_symbolic_link_is_refused() =>
        await Refusal(Workbook.PatchDirectory(SheetPart, AttributesOffset, BitConverter.GetBytes(0xA1FF_0000u)), FileCode.ArchivePath);

    [Theory]
    [InlineData("xl/inner.zip")]
    [InlineData("xl/inner.XLSX")]
    public async Task An_archive_in_the_archive_is_refused(string name) =>
        await Refusal(WorkbookFile.Of(["key"], ["1"]).Part(name, "x").Bytes(), FileCode.ArchiveNested);

    [Fact]
    public async Task An_encrypted_entry_is_refused_whichever_header_says_so()
    {
        await Refusal(Workbook.PatchDirectory(SheetPart, FlagsOffset, 1), FileCode.ArchiveEncrypted);
        var local = Workbook;
        local[6] |= 1;
        await Refusal(local, FileCode.ArchiveEncrypted);
    }

    [Fact]
    public async Task An_entry_that_is_not_where_the_directory_says_is_refused() =>
        await Refusal(Workbook.PatchDirectory(SheetPart, HeaderOffset, 0, 0, 0, 0), FileCode.Damaged);

    /// <summary>A small file becomes petabytes when every entry also serves as the data of the one before it.</summary>
    [Fact]
    public void Overlapping_entries_are_refused()
    {
        const string inner = "b.xml";
        var record = ZipFile.Of((inner, "<b/>"u8.ToArray()));
        var outer = ZipFile.Of(CompressionLevel.NoCompression, ("a.png", record[..record.AsSpan().IndexOf("PK\x01\x02"u8)]), (inner, []));
        outer.PatchDirectory(inner, 0, record.AsSpan(record.AsSpan().IndexOf("PK\x01\x02"u8), 46).ToArray());
        outer.PatchDirectory(inner, HeaderOffset, BitConverter.GetBytes(30 + "a.png".Length));
        var refusal = Assert.Throws<InvalidDataException>(() => Archive.Open(outer));
        Assert.Equal("Two entries overlap.", refusal.Message);
    }

    [Fact]
    public async Task Two_entries_of_one_name_are_refused() =>
        await Refusal(WorkbookFile.Of(["key"], ["1"]).Part("XL/workbook.xml", "<x/>").Bytes(), FileCode.Damaged);

    [Fact]
    public async Task Bytes_before_the_archive_are_refused() => await Refusal([.. "PK\x03\x04"u8, .. Workbook], FileCode.Damaged);

    /// <summary>A library and our own reader must agree on an honest file; the guard is ours, so this is where a mistake would show.</summary>
    [Fact]
    public void Parts_unpack_to_the_same_bytes_as_the_library_gives()
    {
        var file = Workbook;
        var archive = Archive.Open(file);
        using var library = new ZipArchive(new MemoryStream(file));
        Assert.Equal(library.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal), archive.Names.Order(StringComparer.Ordinal));
        foreach (var entry in library.Entries)
        {
            using var expected = new StreamReader(entry.Open(), Encoding.UTF8);
            using var actual = new StreamReader(archive.Read(entry.FullName), Encoding.UTF8);
            Assert.Equal(expected.ReadToEnd(), actual.ReadToEnd());
        }
    }
}
