using System.Collections;
using System.Globalization;
using System.Resources;
using ResilienceMonitor.Platform.Ui;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui;

public sealed class UiTextsTests
{
    private static readonly ResourceManager Manager = new(typeof(UiTexts));

    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        var german = Keys(CultureInfo.InvariantCulture);
        Assert.NotEmpty(german);
        Assert.Equal(german, Keys(CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public void Both_languages_take_the_same_arguments()
    {
        foreach (var key in Keys(CultureInfo.InvariantCulture))
            Assert.True(Places(key, CultureInfo.InvariantCulture).SequenceEqual(Places(key, CultureInfo.GetCultureInfo("en"))), key);
    }

    [Fact]
    public void No_text_shouts()
    {
        foreach (var key in Keys(CultureInfo.InvariantCulture))
            Assert.DoesNotContain('!', Manager.GetString(key, CultureInfo.InvariantCulture)!);
    }

    private static List<string> Keys(CultureInfo culture) =>
        [.. Manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal)];

    private static IEnumerable<int> Places(string key, CultureInfo culture) =>
        Enumerable.Range(0, 5).Where(i => Manager.GetString(key, culture)!.Contains($"{{{i}}}", StringComparison.Ordinal));
}
