using ResilienceMonitor.Platform.Ui.Charts;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Charts;

public sealed class LabelLinesTests
{
    [Theory]
    [InlineData("Wohngeld", "Wohngeld")]
    [InlineData("Reisepass und vorläufiger Pass", "Reisepass und|vorläufiger Pass")]
    [InlineData("Kraftfahrzeugzulassungsstelle", "Kraftfahrzeugzulass-|ungsstelle")]
    [InlineData("Bauland-Verkehrsanbindung", "Bauland-|Verkehrsanbindung")]
    [InlineData("Terminalserver, virtuelle Arbeitsplätze, und anderes", "Terminalserver,|virtuelle…")]
    [InlineData("", "")]
    public void A_label_keeps_to_its_lines(string text, string lines) => Assert.Equal(lines.Split('|'), LabelLines.Of(text, 20, 2));

    [Fact]
    public void No_line_is_longer_than_its_room()
    {
        foreach (var word in (string[])["Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a", "eins zwei drei vier fünf sechs sieben acht neun zehn"])
            Assert.All(LabelLines.Of(word, 8, 2), line => Assert.True(line.Length <= 8, line));
    }
}
