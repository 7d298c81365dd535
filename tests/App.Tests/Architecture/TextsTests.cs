using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResilienceMonitor.App.Tests.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Architecture;

/// <summary>What users see is complete in German and English.</summary>
public sealed partial class TextsTests
{
    public static IEnumerable<TheoryDataRow<string>> Files() => Directory
        .EnumerateFiles(Path.Combine(SharedData.Root, "src", "App"), "*Texts.resx", SearchOption.AllDirectories)
        .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(SharedData.Root, f)));

    [Theory, MemberData(nameof(Files))]
    public void Every_text_stands_in_both_languages(string file)
    {
        var german = Read(file);
        var english = Read(file.Replace(".resx", ".en.resx", StringComparison.Ordinal));
        Assert.NotEmpty(german);
        Assert.Equal(german.Keys.Order(), english.Keys.Order());
        foreach (var key in german.Keys)
        {
            Assert.False(string.IsNullOrWhiteSpace(german[key]), $"{file}: {key} is empty in German.");
            Assert.False(string.IsNullOrWhiteSpace(english[key]), $"{file}: {key} is empty in English.");
            Assert.True(Slots(german[key]).SetEquals(Slots(english[key])), $"{file}: {key} takes other values in English.");
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void German_texts_address_people_politely(string file)
    {
        foreach (var (key, text) in Read(file))
            Assert.False(Informal().IsMatch(text), $"{file}: {key} says “{text}”.");
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(SharedData.Root, file)).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Slots(string text) => [.. Slot().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\b([Dd]u|[Dd]ein|[Dd]eine|[Dd]ir|[Dd]ich)\b|!")]
    private static partial Regex Informal();
}
