using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Files;

public sealed class FileTextsTests
{
    [Fact]
    public void Every_code_has_a_sentence_in_both_languages() => TwoLanguages.AssertComplete("src/App/Platform/Files/FileTexts", typeof(FileCode));

    [Fact]
    public void Text_from_a_file_is_shortened_and_made_visible()
    {
        Assert.Equal("Olpe·gnp.exe", ShownText.Of("Olpe\u202Egnp.exe"));
        Assert.Equal("a··b", ShownText.Of("a\r\nb"));
        Assert.Equal(121, ShownText.Of(new string('x', 5_000)).Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 2932", "'+49 2932")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Olpe", "Olpe")]
    [InlineData("'Olpe", "'Olpe")]
    [InlineData("", "")]
    public void Text_that_looks_like_a_formula_is_neutralised_and_comes_back(string text, string written)
    {
        Assert.Equal(written, SpreadsheetText.Neutralise(text));
        Assert.Equal(text, SpreadsheetText.Restore(written));
    }
}

/// <summary>Checks a pair of resource files against the codes that use it.</summary>
internal static class TwoLanguages
{
    public static void AssertComplete(string pathWithoutEnding, Type codes)
    {
        var path = Path.Combine(SharedData.Root, pathWithoutEnding);
        var (german, english) = (Texts(path + ".resx"), Texts(path + ".en.resx"));
        var expected = codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order().ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, german.Keys.Order());
        Assert.Equal(expected, english.Keys.Order());
        Assert.All(german, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
        Assert.All(german, text => Assert.NotEqual(text.Value, english[text.Key]));
    }

    private static Dictionary<string, string> Texts(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) =>
        Regex.Matches(text, @"\{\d[^}]*\}", RegexOptions.NonBacktracking).Select(m => m.Value).Distinct().Order();
}
