using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Events;

/// <summary>The trail tells a body's people what happened to it, and nobody what a person got done.</summary>
public sealed class TrailTests
{
    private static Task<TrailSheet> Read(TestApp app, Actor by, BodyId body, string? section = null, string? item = null, int page = 1) =>
        app.UseAs<ReadTrail, TrailSheet>(by, (u, ct) => u.Run(body, new TrailFilter(section, item), page, ct));

    private static Task<Result<List<string>>> Export(TestApp app, Actor by, BodyId body, TrailFormat format) => app.UseAs<ExportTrail, Result<List<string>>>(by, async (u, ct) =>
    {
        var exported = await u.Run(body, format, ct);
        return exported.Refusal is { } refusal ? refusal : await exported.Value.Lines.ToListAsync(ct);
    });

    [Theory, EveryDatabase]
    public async Task It_says_in_words_what_happened_latest_first(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        app.Clock.Advance(Duration.FromMinutes(1));
        var admin = await app.Join(towns.A, "Anna Admin", Role.BodyAdministrator);
        var editor = await app.Join(towns.A, "Egon Editor", Role.Editor);
        app.Clock.Advance(Duration.FromMinutes(1));
        await app.ChangeRoles(admin, editor, Role.Auditor);
        var first = (await Read(app, editor, towns.A)).Lines[0];
        Assert.Equal(("Rollen einer Person geändert", null, "Anna Admin"), (first.What, first.Item, first.Who));
        var all = (await Read(app, editor, towns.A)).Lines.Select(l => l.What).ToList();
        Assert.Contains("Einladung angenommen", all);
        Assert.Contains("Person aufgenommen", all);
        Assert.Contains("Angaben zur Stelle geändert", all);
        Assert.All((await Read(app, editor, towns.A, "bodies")).Lines, l => Assert.Equal(TwoTowns.KeyOfA, l.Item));
        Assert.Empty((await Read(app, towns.OfA, towns.B)).Lines);
    }

    [Theory, EveryDatabase]
    public async Task It_cannot_be_narrowed_to_a_person(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var editor = await app.Join(towns.A, "Egon Editor", Role.Editor);
        var all = await Read(app, editor, towns.A);
        foreach (var person in (string[])[editor.Id.Value, editor.Id.Value.ToUpperInvariant()])
            Assert.Equal(all.Lines.Count, (await Read(app, editor, towns.A, item: person)).Lines.Count);
        Assert.Equal(["Section", "Item"], typeof(TrailFilter).GetProperties().Select(p => p.Name).Except(["EqualityContract"]));
    }

    [Theory, EveryDatabase]
    public async Task That_somebody_signed_in_stands_there_without_a_name(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var editor = await app.Join(towns.A, "Egon Editor", Role.Editor);
        await app.UseAs<SignInTrail, bool>(Actor.Nobody, async (trail, ct) => { await trail.Write(editor.User!.Value, SignInTrail.SignedIn, ct); return true; });
        var line = Assert.Single((await Read(app, editor, towns.A, SignInTrail.Section)).Lines);
        Assert.Equal(("Angemeldet", "eine Person"), (line.What, line.Who));
    }

    [Theory, EveryDatabase]
    public async Task It_turns_page_by_page_without_gap_or_repetition(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        for (var i = 0; i < Limits.HistoryRows; i++)
        {
            app.Clock.Advance(Duration.FromMinutes(1));
            await app.Invite(towns.OfA, Role.Reader);
        }

        var (one, two) = (await Read(app, towns.OfA, towns.A), await Read(app, towns.OfA, towns.A, page: 2));
        Assert.True(one.HasMore);
        Assert.False(two.HasMore);
        var stored = await app.UseAs<AppDb, int>(towns.OfA, (db, ct) => db.Events.CountAsync(ct));
        Assert.Equal(stored, one.Lines.Count + two.Lines.Count);
        Assert.True(one.Lines[^1].At >= two.Lines[0].At);
    }

    [Theory, EveryDatabase]
    public async Task The_export_is_complete_names_no_person_and_is_itself_written_down(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var auditor = await app.Join(towns.A, "Anna Admin", Role.Auditor);
        var lines = (await Export(app, auditor, towns.A, TrailFormat.JsonLines)).Value;
        Assert.Equal(await app.UseAs<AppDb, int>(auditor, (db, ct) => db.Events.CountAsync(ct)), lines.Count);
        Assert.Equal("trail.exported", JsonDocument.Parse(lines[^1]).RootElement.GetProperty("kind").GetString());
        Assert.All(lines, l => Assert.DoesNotContain("user:", JsonDocument.Parse(l).RootElement.GetProperty("actor").GetString(), StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain("Anna", l, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain(TwoTowns.SecretOfB, l, StringComparison.Ordinal));
        var csv = (await Export(app, auditor, towns.A, TrailFormat.Csv)).Value;
        Assert.Equal(lines.Count + 2, csv.Count);
    }

    [Theory, EveryDatabase]
    public async Task Giving_it_out_needs_the_permission_a_fresh_sign_in_and_the_own_body(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var auditor = await app.Join(towns.A, "auditor", Role.Auditor);
        Assert.Equal("trail.not-found", (await Export(app, auditor, towns.B, TrailFormat.Csv)).Refusal?.Code);
        await Assert.ThrowsAsync<NotPermittedException>(() => Export(app, TwoTowns.Person(towns.A, Role.Editor), towns.A, TrailFormat.Csv));
        app.Clock.Advance(SignInLimits.Fresh + Duration.FromSeconds(1));
        Assert.Equal("sign-in.not-fresh", (await Export(app, auditor, towns.A, TrailFormat.Csv)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Roles_and_links_are_not_taken_back_like_a_change_of_the_model(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.Invite(towns.OfA, Role.Reader);
        var change = await app.UseAs<AppDb, Guid>(towns.OfA, (db, ct) => db.Events.Where(e => e.Kind == "invitations.added").Select(e => e.ChangeId).SingleAsync(ct));
        Assert.Equal("undo.no-item", (await app.UseAs<History, Result<int>>(towns.OfA, (u, ct) => u.UndoChange(towns.A, change, ct))).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task That_a_body_was_made_can_still_be_taken_back(TestApp app)
    {
        var body = await app.CreateTown("ags:05958004", 18_000);
        var change = await app.Use<AppDb, Guid>((db, ct) => db.Events.Where(e => e.Kind == "bodies.added").Select(e => e.ChangeId).SingleAsync(ct));
        Assert.Equal(1, (await app.Use<History, Result<int>>((u, ct) => u.UndoChange(body.BodyId, change, ct))).Value);
    }

    /// <summary>What happens to accounts is written by the name of a constant; each has its sentence in both languages.</summary>
    [Theory, InlineData("de"), InlineData("en")]
    public void Every_event_of_signing_in_has_words(string language)
    {
        var kinds = typeof(SignInTrail).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Contains(SignInTrail.Failed, kinds);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        Assert.DoesNotContain(kinds, k => TrailTexts.Find($"event.{k}") is null);
        CultureInfo.CurrentUICulture = before;
    }
}
