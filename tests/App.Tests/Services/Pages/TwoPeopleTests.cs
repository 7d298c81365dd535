using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Services.Pages.Forms;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>Two people change the same row: the second one is told, loses nothing, and chooses.</summary>
public sealed class TwoPeopleTests
{
    private const string Service = $"/services/passport/edit?body={EditedTown.Key}";
    private const string Resource = $"/resources/mail/edit?body={EditedTown.Key}";
    private const string Form = "main form[method=post]";

    [Theory, EveryDatabase]
    public async Task Of_a_value_both_changed_one_is_chosen(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        foreach (var (chosen, people, usable) in new[] { ("mine", 5, 0.1), ("theirs", 9, 0.2) })
        {
            var (first, second) = (await host.Get(Resource), await host.Get(Resource));
            await host.Submit(first, Form, ("Input.MaxPeople", people == 5 ? "4" : "9"), ("Input.Units", $"{people}"));
            var refused = await host.Submit(second, Form, ("Input.MaxPeople", people == 5 ? "5" : "6"), ("Input.BackupUsable", $"{usable * 100:0}"));
            Assert.Equal(["mine", "theirs"], refused.QuerySelectorAll<IHtmlInputElement>("input[name='Choice.maxPeople']").Select(i => i.Value));
            Assert.Empty(refused.QuerySelectorAll("input[name='Choice.units']"));
            Assert.Equal($"{people}", refused.QuerySelector<IHtmlInputElement>("input[name='Input.Units']")!.Value);
            await host.Submit(refused, Form, ("Choice.maxPeople", chosen));
            var mail = (await app.Model()).Resources["mail"];
            Assert.Equal((people, people, usable), (mail.MaxPeople, mail.Units, mail.BackupUsable));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_read_stays_and_a_choice_is_kept(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var second = await host.Get(Service);
        await host.Submit(await host.Get(Service), Form, ("Input.CasesPerWeek", "11"), ("Input.Substitutes[0].Capacity", "33"));
        var refused = await host.Submit(second, Form, ("Input.CasesPerWeek", "12"), ("Input.NewSubstitute.Kind", "Paper"), ("Input.NewSubstitute.Name", "Formular"), ("Input.NewSubstitute.StartDays", "1"), ("Input.NewSubstitute.Capacity", "20"));
        Assert.Equal("33", Value(refused, "Input.Substitutes[0].Capacity"));
        Assert.Equal("Formular", Value(refused, "Input.NewSubstitute.Name"));
        var wrong = await host.Submit(refused, Form, ("Choice.casesPerWeek", "theirs"), ("Input.EmergencyLevel", "viel"));
        Assert.Equal("viel", Value(wrong, "Input.EmergencyLevel"));
        await host.Submit(wrong, Form, ("Input.EmergencyLevel", "40"));
        var passport = (await app.Model()).Services["passport"];
        Assert.Equal((11.0, 0.33, 0.4), (passport.CasesPerWeek, passport.Substitutes[0].Capacity, passport.EmergencyLevel));
        Assert.Equal("Formular", passport.Substitutes[^1].Name);
    }

    [Fact]
    public void Untouched_fields_follow_and_touched_ones_stay()
    {
        var shown = new ResourceForm { Name = "Post", Units = "3", MaxPeople = "1", Waiting = new() { Amount = "1", Unit = "days" } };
        var now = new ResourceForm { Name = "E-Mail", Units = "4", MaxPeople = "1", Waiting = new() { Amount = "2", Unit = "weeks" } };
        var typed = new ResourceForm { Name = "Post ", Units = "viele", MaxPeople = "", Waiting = new() { Amount = "5", Unit = "days" } };
        var merged = Reconciliation.Merge(typed, shown, now);
        Assert.Equal(("E-Mail", "viele", null, "5", "days"), (merged.Name, merged.Units, merged.MaxPeople, merged.Waiting.Amount, merged.Waiting.Unit));
    }

    private static string? Value(IDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"input[name='{name}']")?.Value;
}
