using ResilienceMonitor.Platform;
using ResilienceMonitor.Reports.Situation;
using Xunit;

namespace ResilienceMonitor.App.Tests.Reports;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0, "null", "zero")]
    [InlineData(1, "eins", "one")]
    [InlineData(12, "zwölf", "twelve")]
    [InlineData(16, "sechzehn", "sixteen")]
    [InlineData(17, "siebzehn", "seventeen")]
    [InlineData(20, "zwanzig", "twenty")]
    [InlineData(21, "einundzwanzig", "twenty-one")]
    [InlineData(30, "dreißig", "thirty")]
    [InlineData(76, "sechsundsiebzig", "seventy-six")]
    [InlineData(100, "einhundert", "one hundred")]
    [InlineData(101, "einhunderteins", "one hundred and one")]
    [InlineData(299, "zweihundertneunundneunzig", "two hundred and ninety-nine")]
    [InlineData(1234, "1.234", "1,234")]
    public void A_number_is_said_as_people_say_it(int number, string german, string english)
    {
        Assert.Equal(german, NumberWords.Of(number, Languages.German));
        Assert.Equal(english, NumberWords.Of(number, Languages.English));
    }

    [Fact]
    public void No_two_numbers_are_said_alike()
    {
        foreach (var culture in Languages.All)
            Assert.Equal(1000, Enumerable.Range(0, 1000).Select(n => NumberWords.Of(n, culture)).Distinct(StringComparer.Ordinal).Count());
    }
}
