using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Handbook;
using Xunit;

namespace ResilienceMonitor.App.Tests.Docs;

/// <summary>The handbook names what is there, in both languages, and stays short. That its pictures are true is tested in a browser.</summary>
public sealed partial class HandbookTests
{
    private const int MostWords = 350;
    private const int PictureBytes = 80_000;
    private const int PictureWidth = 800;
    private const int AllBytes = 1_500_000;

    private static readonly string Handbook = Path.Combine(SharedData.Root, "docs", "handbook");

    public static MatrixTheoryData<string, string> Chapters => new(["de", "en"], [.. Files("de").Select(f => Path.GetFileName(f))]);

    [Fact]
    public void There_are_the_same_ten_chapters_in_both_languages()
    {
        Assert.Equal(10, Files("de").Count());
        Assert.Equal(Files("de").Select(f => Path.GetFileName(f)), Files("en").Select(f => Path.GetFileName(f)));
    }

    [Theory, MemberData(nameof(Chapters))]
    public void What_is_set_bold_stands_on_the_pages(string language, string chapter)
    {
        var texts = Texts(language);
        var names = Bold().Matches(Read(language, chapter)).Select(m => m.Groups[1].Value).ToList();
        Assert.True(names.Count > 5, "Almost no name was found.");
        Assert.All(names.Where(n => !n.EndsWith('.')), n => Assert.Contains(n, texts));
    }

    [Theory, MemberData(nameof(Chapters))]
    public void A_chapter_fits_on_a_page(string language, string chapter) =>
        Assert.InRange(Word().Count(Read(language, chapter)), 100, MostWords);

    [Theory, MemberData(nameof(Chapters))]
    public void A_chapter_shows_pictures_of_its_language_and_says_what_is_on_them(string language, string chapter)
    {
        var pictures = Picture().Matches(Read(language, chapter));
        Assert.InRange(pictures.Count, 1, 2);
        Assert.All(pictures, p => Assert.True(p.Groups["alt"].Length > 40, $"{p.Groups["file"]} is hardly described."));
        Assert.All(pictures, p => Assert.StartsWith($"../pictures/{language}/", p.Groups["file"].Value, StringComparison.Ordinal));
        Assert.All(pictures, p => Assert.True(File.Exists(Path.Combine(Handbook, language, p.Groups["file"].Value)), p.Groups["file"].Value));
    }

    [Theory, InlineData("de"), InlineData("en")]
    public void A_picture_is_small_used_and_shows_no_date(string language)
    {
        var used = string.Concat(Files(language).Select(File.ReadAllText));
        foreach (var picture in Directory.EnumerateFiles(Path.Combine(Handbook, "pictures", language), "*.png"))
        {
            var name = Path.GetFileName(picture);
            Assert.Contains($"pictures/{language}/{name}", used, StringComparison.Ordinal);
            Assert.True(new FileInfo(picture).Length < PictureBytes, $"{name} is too heavy.");
            Assert.InRange(HandbookFiles.SizeOf($"{language}/{name}").Width, 1, PictureWidth);
            Assert.DoesNotMatch(Date(), File.ReadAllText(Path.ChangeExtension(picture, ".txt")));
        }
    }

    [Fact]
    public void The_whole_handbook_is_light() =>
        Assert.InRange(Directory.EnumerateFiles(Handbook, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), 1, AllBytes);

    [Fact]
    public void Markup_of_others_is_shown_and_not_obeyed()
    {
        var chapter = ChapterReader.Read("01-a", "# A *b*\n\nTo do\nit\n\n<script>alert(1)</script> [next](02-first-answer.md)\n");
        Assert.Equal(("a", "A b", "To do it"), (chapter.Key, chapter.Title, chapter.Lead));
        Assert.Equal("<p>&lt;script&gt;alert(1)&lt;/script&gt; <a href=\"/handbook/first-answer\">next</a></p>\n", chapter.Html);
    }

    private static IEnumerable<string> Files(string language) => Directory.EnumerateFiles(Path.Combine(Handbook, language), "*.md").Order(StringComparer.Ordinal);

    private static string Read(string language, string chapter) => File.ReadAllText(Path.Combine(Handbook, language, chapter));

    private static HashSet<string> Texts(string language) => [.. Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src", "App"), "*Texts.resx", SearchOption.AllDirectories)
        .Select(f => language == "de" ? f : f.Replace(".resx", ".en.resx", StringComparison.Ordinal))
        .SelectMany(f => XDocument.Load(f).Root!.Elements("data").Select(d => d.Element("value")!.Value))];

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<file>[^)]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\d{1,2}\.\d{1,2}\.\d{2,4}|\b20\d\d\b")]
    private static partial Regex Date();
}
