using System.CommandLine;
using System.Globalization;
using ResilienceMonitor.Platform.Cli;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

public sealed class NumberOptionTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-GB")]
    public void Numbers_are_written_with_a_point_in_every_language(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var option = new Option<double>("--number") { CustomParser = NumberOption.Read };
        var command = new RootCommand { option };
        Assert.Equal(0.1, command.Parse(["--number", "0.1"]).GetValue(option));
        Assert.Equal(-480, command.Parse(["--number", "-480"]).GetValue(option));
        foreach (var wrong in new[] { "0,1", "1.000,5", "viel", "NaN" }) Assert.NotEmpty(command.Parse(["--number", wrong]).Errors);
    }
}
