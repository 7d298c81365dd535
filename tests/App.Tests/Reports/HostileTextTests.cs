using System.Globalization;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Reports.Slides;
using Xunit;

namespace ResilienceMonitor.App.Tests.Reports;

/// <summary>Names that would break a file, run in it, or hide what stands beside them.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Bare =
    [
        "<script>alert(1)</script>", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "]]>", "<![CDATA[x]]>", "&lt;&amp;", "&#x0;", "<!--", "-->", "<?xml?>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "{PAGE}", "{ INCLUDETEXT \"c:\\\\x\" }", "\\input", "${jndi:ldap://x}", "{0}", "{0}{1}{99}", "%s%n", "''", "\"\"", "</w:t>", "</w:p></w:body>", "<w:p/>", "<a:t>", "http://example.org/?a=1&b=<2>", "javascript:alert(1)", " ", "", "\t", "\r\n", "\n\n\n",
        "Ärzte – „Größe“", "中文", "العربية", "👩‍👩‍👧‍👦", "e\u0301", "\u0338", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\uDC00\uD800", "x\uD83D", "\uFEFF", "\u2028", "\u2029", "\u0085", "\uE000", "\uDB40\uDC41", "\uD83F\uDFFE", "\uD83F\uDFFF",
    ];

    /// <summary>Every control character and direction mark, alone and within a name, and what people try.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Bare,
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).SelectMany(c => new[] { $"{(char)c}", $"Amt{(char)c}Nord" }),
        .. new[] { 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x061C }.SelectMany(c => new[] { $"{(char)c}gnp.exe", $"Amt {(char)c}Nord" }),
        new('x', 10_000), string.Concat(Enumerable.Repeat("Wort ", 2_000)), string.Concat(Enumerable.Repeat("👩‍👧", 2_000)), new('\u0301', 10_000), new('<', 10_000), new('\0', 10_000),
    ];

    public static IEnumerable<TheoryDataRow<int>> Parts => Enumerable.Range(0, (All.Count + 9) / 10).Select(i => new TheoryDataRow<int>(i));

    [Fact]
    public void There_are_enough_of_them() => Assert.True(All.Distinct(StringComparer.Ordinal).Count() >= 200, $"{All.Distinct(StringComparer.Ordinal).Count()}");

    [Theory, MemberData(nameof(Parts))]
    public void No_text_breaks_a_file(int part)
    {
        var texts = All.Skip(10 * part).Take(10).ToList();
        OfficeFile.MustBeValid(DocxFile.Write(Paper(texts)), slides: false);
        OfficeFile.MustBeValid(PptxFile.Write(Deck(texts)), slides: true);
    }

    [Fact]
    public void A_text_stays_what_it_is_and_nothing_else()
    {
        var read = OfficeFile.TextOf(DocxFile.Write(Paper(["<script>alert(1)</script>", "=1+1", "Größe & <Amt>"])));
        Assert.Contains("<script>alert(1)</script>", read, StringComparison.Ordinal);
        Assert.Contains("Größe & <Amt>", read, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_cut_and_lose_what_hides_or_turns()
    {
        Assert.Equal("Amt Nord", PlainText.Name("Amt\u202E\u0007\nNord"));
        Assert.Equal(Limits.NameLength, new StringInfo(PlainText.Name(new string('x', 10_000))).LengthInTextElements);
        Assert.Equal("a\nb", PlainText.Of("a\nb"));
    }

    [Fact]
    public void Equal_contents_are_equal_bytes()
    {
        Assert.Equal(DocxFile.Write(Paper(["Amt"])), DocxFile.Write(Paper(["Amt"])));
        Assert.Equal(PptxFile.Write(Deck(["Amt"])), PptxFile.Write(Deck(["Amt"])));
    }

    private static ReportDocument Paper(IReadOnlyList<string> texts) => new(texts[0], "Nicht öffentlich", Languages.German,
    [
        .. texts.SelectMany(t => new ReportPart[] { new ReportHeading(1, t), new ReportHeading(2, t), new ReportParagraph(t), new ReportParagraph(t, ParagraphLook.Lead) }),
        new ReportList(texts), new ReportList(texts, Numbered: true), new ReportFields(texts[0], [.. texts.Select(t => (t, t))]), Table(texts), Strip(texts),
    ])
    {
        Letterhead = texts[0],
    };

    private static SlideDeck Deck(IReadOnlyList<string> texts) => new(texts[0], "Nicht öffentlich", Languages.German,
        [.. texts.Select(t => new ReportSlide(t, [t], null, t)), new ReportSlide(texts[0], texts, Table(texts), texts[0]), new ReportSlide(texts[0], [], Strip(texts), texts[0])]);

    private static ReportTable Table(IReadOnlyList<string> texts) => new(texts[0], [new(texts[0], 1), new("x", 1, Number: true)], [.. texts.Select(t => new ReportRow([t, t])), new ReportRow([texts[0], ""], Sum: true)]);

    private static ReportStrip Strip(IReadOnlyList<string> texts) => new(texts[0], texts[0], "x", "x", ["1", "2"], [.. texts.Select(t => new ReportStripRow(t, [new(ServiceState.Stopped, "steht", 2)], t))]);
}
