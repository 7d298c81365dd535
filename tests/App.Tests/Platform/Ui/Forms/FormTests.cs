using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using ResilienceMonitor.Platform.Ui.Forms;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Forms;

public sealed class FormTests
{
    private static readonly Choice[] Choices = [new("y", "Ja", "Zum Beispiel auf Band"), new("n", "Nein")];

    [Theory]
    [InlineData(typeof(TextField))]
    [InlineData(typeof(TextArea))]
    [InlineData(typeof(NumberField))]
    [InlineData(typeof(SliderField))]
    [InlineData(typeof(SelectField))]
    [InlineData(typeof(Checkbox))]
    [InlineData(typeof(FileField))]
    public async Task A_field_has_a_label_a_hint_and_its_error(Type field)
    {
        var body = await Field(field);
        var input = body.QuerySelector("[name='Input.Value']")!;
        Assert.Equal("Anzahl", body.QuerySelector($"label[for='{input.Id}']")!.TextContent.Trim());
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => body.QuerySelector($"#{id}")!.TextContent.Trim()).ToList();
        Assert.Contains("Alle zusammen.", described);
        Assert.Contains(described, text => text.EndsWith("Bitte geben Sie eine Zahl ein.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(TextField))]
    [InlineData(typeof(TextArea))]
    [InlineData(typeof(NumberField))]
    [InlineData(typeof(SliderField))]
    public async Task What_was_typed_stays(Type field)
    {
        var input = (await Field(field)).QuerySelector("[name='Input.Value']")!;
        Assert.Equal("zwölf", input.LocalName == "textarea" ? input.TextContent : input.GetAttribute("value"));
    }

    [Fact]
    public async Task A_unit_is_read_out_with_its_field()
    {
        var body = await Rendering.Of<NumberField>(new() { ["Name"] = "Hours", ["Label"] = "Dauer", ["Unit"] = "Stunden" });
        var input = body.QuerySelector("input")!;
        Assert.Equal("Stunden", body.QuerySelector($"#{input.GetAttribute("aria-describedby")}")!.TextContent);
    }

    [Fact]
    public async Task A_slider_is_only_a_number_until_a_script_shows_it()
    {
        var body = await Rendering.Of<SliderField>(new() { ["Name"] = "Share", ["Label"] = "Anteil", ["Value"] = "40,5", ["Max"] = 100.0 });
        var range = body.QuerySelector("input[type=range]")!;
        Assert.True(range.HasAttribute("hidden"));
        Assert.False(range.HasAttribute("name"));
        Assert.Equal("40.5", range.GetAttribute("value"));
    }

    [Fact]
    public async Task Radio_buttons_are_a_group_with_a_legend()
    {
        var body = await Rendering.Of<RadioGroup>(new() { ["Name"] = "Backup", ["Label"] = "Gibt es eine Sicherung?", ["Choices"] = Choices, ["Value"] = "n" });
        Assert.Equal("Gibt es eine Sicherung?", body.QuerySelector("fieldset > legend")!.TextContent.Trim());
        Assert.Equal("n", body.QuerySelector("input[checked]")!.GetAttribute("value"));
        foreach (var radio in body.QuerySelectorAll("input"))
            Assert.NotNull(body.QuerySelector($"label[for='{radio.Id}']"));
    }

    [Fact]
    public async Task Several_ticks_post_under_one_name()
    {
        var body = await Rendering.Of<CheckboxGroup>(new() { ["Name"] = "Days", ["Label"] = "Wann?", ["Choices"] = Choices, ["Values"] = new[] { "y" } });
        Assert.Equal(["y"], body.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")!));
        Assert.All(body.QuerySelectorAll("input"), input => Assert.Equal("Days", input.GetAttribute("name")));
    }

    [Theory]
    [InlineData("de", "Bitte prüfen Sie 2 Angaben")]
    [InlineData("en", "Please check 2 answers")]
    public async Task The_summary_lists_every_error_and_leads_to_its_field(string language, string title)
    {
        var errors = new FieldErrors();
        errors.Add("Input.Hours", "Bitte geben Sie eine Zahl ein.");
        errors.Add("Input.Name", "Bitte füllen Sie dieses Feld aus.");
        var state = new FormState { Errors = errors };
        state.Name("Input.Hours", "Dauer");
        var body = await Rendering.Of<ErrorSummary>(new() { ["Form"] = state }, language);
        var summary = body.QuerySelector("[role=alert]")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Contains(title, summary.TextContent, StringComparison.Ordinal);
        var links = summary.QuerySelectorAll("a");
        Assert.Equal(["#field-input-hours", "#field-input-name"], links.Select(a => a.GetAttribute("href")!));
        Assert.StartsWith("Dauer:", links[0].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_hands_each_field_its_error()
    {
        var errors = new FieldErrors();
        errors.Add("Hours", "Bitte geben Sie eine Zahl ein.");
        var body = await Rendering.Of<PostForm>(new()
        {
            ["Name"] = "edit",
            ["OnSubmit"] = EventCallback.Empty,
            ["Errors"] = errors,
            ["ChildContent"] = Rendering.Child<NumberField>(new() { ["Name"] = "Hours", ["Label"] = "Dauer", ["Value"] = "drei" }),
        });
        Assert.Equal("post", body.QuerySelector("form")!.GetAttribute("method"));
        Assert.Equal("true", body.QuerySelector("#field-hours")!.GetAttribute("aria-invalid"));
        Assert.NotNull(body.QuerySelector("#field-hours-error"));
    }

    private static async Task<IElement> Field(Type field)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["Name"] = "Input.Value",
            ["Label"] = "Anzahl",
            ["Hint"] = "Alle zusammen.",
            ["Value"] = "zwölf",
            ["Error"] = "Bitte geben Sie eine Zahl ein.",
        };
        if (field == typeof(SelectField)) parameters["Choices"] = Choices;
        return await Rendering.Of<DynamicComponent>(new() { ["Type"] = field, ["Parameters"] = parameters });
    }
}
