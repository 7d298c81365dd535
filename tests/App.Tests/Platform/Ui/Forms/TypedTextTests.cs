using ResilienceMonitor.Platform.Ui.Forms;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Forms;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("de", "12", 12)]
    [InlineData("de", "1,5", 1.5)]
    [InlineData("de", "1.5", 1.5)]
    [InlineData("de", "1.500", 1500)]
    [InlineData("de", " 12.400,5 ", 12400.5)]
    [InlineData("de", "1 200", 1200)]
    [InlineData("de", "-3", -3)]
    [InlineData("en", "1.5", 1.5)]
    [InlineData("en", "1,500", 1500)]
    [InlineData("en", "12,400.5", 12400.5)]
    public void Numbers_are_read_as_people_write_them(string language, string text, double expected)
    {
        using var _ = new InLanguage(language);
        Assert.True(TypedText.TryNumber(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("zwölf")]
    [InlineData("1,2,3")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("")]
    public void Anything_else_is_refused(string text)
    {
        using var _ = new InLanguage("de");
        Assert.False(TypedText.TryNumber(text, out var _));
    }

    [Fact]
    public void Each_wrong_field_leaves_one_sentence()
    {
        using var _ = new InLanguage("de");
        var errors = new FieldErrors();
        Assert.Null(errors.Number("a", "zwölf"));
        Assert.Null(errors.Number("b", " "));
        Assert.Null(errors.Whole("c", "1,5"));
        Assert.Null(errors.Whole("d", "2000", 1, 1000));
        Assert.Null(errors.Text("e", new string('x', 300)));
        Assert.Null(errors.Choice("f", "z", [new Choice("a", "A")]));
        Assert.Equal(["a", "b", "c", "d", "e", "f"], errors.Select(e => e.Field));
        Assert.Equal("Bitte geben Sie eine Zahl von 1 bis 1.000 ein.", errors["d"]);
        Assert.Contains("zwölf", errors["a"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_comes_back_without_error()
    {
        using var _ = new InLanguage("de");
        var errors = new FieldErrors();
        Assert.Equal(12400, errors.Whole("a", "12.400"));
        Assert.Null(errors.Number("b", "", required: false));
        Assert.Equal("Amt Nord", errors.Text("c", " Amt Nord "));
        Assert.Empty(errors);
    }

    [Fact]
    public void Only_the_first_error_of_a_field_counts()
    {
        var errors = new FieldErrors();
        errors.Add("a", "eins");
        errors.Add("a", "zwei");
        Assert.Equal("eins", Assert.Single(errors).Message);
    }
}
