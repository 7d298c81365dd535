using ResilienceMonitor.Platform.Ui.Parts;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Parts;

public sealed class PartTests
{
    [Fact]
    public async Task A_wide_table_can_be_scrolled_by_keyboard_and_has_a_name()
    {
        var body = await Rendering.Of<DataTable>(new() { ["Caption"] = "Leistungen", ["ChildContent"] = Rendering.Text("") });
        var region = body.QuerySelector("[role=region]")!;
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("Tabelle: Leistungen", region.GetAttribute("aria-label"));
        Assert.Equal("Leistungen", region.QuerySelector("table > caption")!.TextContent);
    }

    [Theory]
    [InlineData(ServiceState.Stopped, "Steht still", "Stopped")]
    [InlineData(ServiceState.Substitute, "Ausweichlösung", "Substitute")]
    [InlineData(ServiceState.Backlog, "Rückstand", "Backlog")]
    [InlineData(ServiceState.Normal, "Normalbetrieb", "Normal operation")]
    public async Task A_state_is_a_shape_and_a_word(ServiceState state, string german, string english)
    {
        foreach (var (language, word) in new[] { ("de", german), ("en", english) })
        {
            var body = await Rendering.Of<StateMark>(new() { ["State"] = state }, language);
            Assert.Equal(word, body.TextContent.Trim());
            Assert.Equal("true", body.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        }
    }

    [Fact]
    public async Task The_four_states_differ_in_shape()
    {
        var shapes = new HashSet<string>();
        foreach (var state in Enum.GetValues<ServiceState>())
            shapes.Add((await Rendering.Of<StateMark>(new() { ["State"] = state })).QuerySelector(".state-mark__shape")!.InnerHtml);
        Assert.Equal(4, shapes.Count);
    }

    [Fact]
    public async Task A_message_is_announced_only_when_it_answers_something()
    {
        Assert.Null((await Alert(Tone.Warning, live: false)).QuerySelector("[role]"));
        Assert.NotNull((await Alert(Tone.Success, live: true)).QuerySelector("[role=status]"));
        Assert.NotNull((await Alert(Tone.Danger, live: true)).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task An_explanation_says_path_source_and_origin()
    {
        var body = await Rendering.Of<Explain>(new()
        {
            ["About"] = "Ausfall des Melderegisters",
            ["Path"] = new[] { "Das Melderegister fällt aus.", "Der Ausweis braucht es." },
            ["Source"] = "Startmodell",
            ["Origin"] = "Vorgabe",
        });
        Assert.StartsWith("Warum?", body.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, body.QuerySelectorAll("ol li").Length);
        Assert.Contains("Quelle: Startmodell", body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stand: Vorgabe", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_current_tab_is_marked_for_everyone()
    {
        var body = await Rendering.Of<TabLinks>(new() { ["Label"] = "Ansichten", ["Tabs"] = new[] { new TabLink("Eins", "/1", false), new TabLink("Zwei", "/2", true) } });
        Assert.Equal("Zwei", body.QuerySelector("nav[aria-label=Ansichten] [aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task Progress_is_text_too_and_has_a_name()
    {
        var body = await Rendering.Of<ProgressBox>(new() { ["Title"] = "Die Simulation läuft", ["Share"] = 0.425, ["Text"] = "noch 20 Sekunden", ["Done"] = true });
        var bar = body.QuerySelector("progress")!;
        Assert.Equal("42", bar.GetAttribute("value"));
        Assert.Equal("Die Simulation läuft", body.QuerySelector($"#{bar.GetAttribute("aria-labelledby")}")!.TextContent);
        Assert.Equal("noch 20 Sekunden", body.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task A_button_with_an_address_is_a_link()
    {
        Assert.NotNull((await Rendering.Of<Button>(new() { ["Href"] = "/x", ["ChildContent"] = Rendering.Text("Weiter") })).QuerySelector("a[href='/x']"));
        Assert.Equal("submit", (await Rendering.Of<Button>(new() { ["ChildContent"] = Rendering.Text("Speichern") })).QuerySelector("button")!.GetAttribute("type"));
    }

    private static Task<AngleSharp.Dom.IElement> Alert(Tone tone, bool live) =>
        Rendering.Of<Alert>(new() { ["Tone"] = tone, ["Title"] = "Gespeichert", ["Live"] = live });
}
