using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Respondents;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies.Respondents;

/// <summary>Who has a link answers questions and sees nothing (T18).</summary>
public sealed class RespondentTests
{
    private static readonly RespondentAnswers Two = new(null, new StarterAnswers { ItStaff = 3, CashDesk = true });

    private static async Task<LinkSecret> Link(TestApp app, Actor by, int days = 14) => (await app.UseAs<InviteRespondents, Result<LinkSecret>>(by, (u, ct) => u.Run(days, null, ct))).Value;

    private static async Task<string?> Answer(TestApp app, string? link, RespondentAnswers answers) =>
        (await app.UseAs<AnswerByLink, Result<bool>>(Actor.Nobody, (u, ct) => u.Run(link, answers, ct))).Refusal?.Code;

    private static async Task<BodyContent> Body(TestApp app, Actor by, string key) => (await app.UseAs<BodyDirectory, Result<Body>>(by, (u, ct) => u.Find(key, ct))).Value.Content;

    [Theory, EveryDatabase]
    public async Task Filled_answers_are_kept_and_open_ones_change_nothing(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var link = (await Link(app, towns.OfA)).Write();
        Assert.Null(await Answer(app, link, Two));
        Assert.Equal(18_000, (await Body(app, towns.OfA, TwoTowns.KeyOfA)).Population);
        Assert.Null(await Answer(app, link, new RespondentAnswers(20_000, new StarterAnswers { ItStaff = 4 })));
        var content = await Body(app, towns.OfA, TwoTowns.KeyOfA);
        Assert.Equal((20_000, 4, true, "Ahausen"), (content.Population, content.Answers.ItStaff, content.Answers.CashDesk, content.Name));
        Assert.Equal(18_000, (await Body(app, towns.OfB, TwoTowns.KeyOfB)).Population);
    }

    [Theory, EveryDatabase]
    public async Task Guessed_foreign_ended_revoked_and_other_links_answer_alike(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var (link, revoked, member) = (await Link(app, towns.OfA), await Link(app, towns.OfA), await app.Invite(towns.OfA, Role.Editor));
        Assert.Equal("link.not-found", (await app.UseAs<InviteRespondents, Result<bool>>(towns.OfB, (u, ct) => u.Revoke(revoked.Id, ct))).Refusal?.Code);
        Assert.True((await app.UseAs<InviteRespondents, Result<bool>>(towns.OfA, (u, ct) => u.Revoke(revoked.Id, ct))).Value);
        string?[] wrong = [null, "", "..", (link with { Secret = new string('a', 64) }).Write(), (link with { Body = towns.B }).Write(), revoked.Write(), member.Write()];
        foreach (var bad in wrong)
        {
            Assert.Equal("link.not-found", await Answer(app, bad, Two));
            Assert.Equal("link.not-found", (await app.UseAs<AnswerByLink, Result<string>>(Actor.Nobody, (u, ct) => u.Open(bad, ct))).Refusal?.Code);
        }

        Assert.Null(await Answer(app, link.Write(), Two));
        Assert.Equal("link.not-found", (await app.Accept(link.Write(), await app.AddAccount("guest"))).Refusal?.Code);
        app.Clock.Advance(Duration.FromDays(14));
        Assert.Equal("link.not-found", await Answer(app, link.Write(), Two));
    }

    [Theory, EveryDatabase]
    public async Task The_page_shows_questions_and_no_answers(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var link = (await Link(app, towns.OfA)).Write();
        await Answer(app, link, new RespondentAnswers(23_456, new StarterAnswers { ItStaff = 77 }));
        await using var host = await PageHost.Start(app, actor: Actor.Nobody);
        var page = await host.Get($"/answer/{link}");
        Assert.Contains("Ahausen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("23456", page.Body.InnerHtml.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("77\"", page.Body.InnerHtml, StringComparison.Ordinal);
        var sent = await host.Submit(page, "main form.form", ("Input.Workplaces", "120"), ("Input.Name", "Anders"), ("Input.State", "09"));
        Assert.Contains("Vielen Dank", sent.Body!.TextContent, StringComparison.Ordinal);
        var content = await Body(app, towns.OfA, TwoTowns.KeyOfA);
        Assert.Equal(("Ahausen", "05", 120, 77), (content.Name, content.State, content.Answers.Workplaces, content.Answers.ItStaff));
    }

    [Theory, EveryDatabase]
    public async Task Guessing_links_is_slowed_down(TestApp app)
    {
        await TwoTowns.In(app);
        await using var host = await PageHost.Start(app, actor: Actor.Nobody);
        var answers = new List<System.Net.HttpStatusCode>();
        for (var i = 0; i <= Limits.LinksPerMinute; i++) answers.Add(await host.StatusOf($"/answer/{i}.x.y"));
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, answers[^1]);
    }
}
