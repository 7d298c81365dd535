using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Providers;
using ResilienceMonitor.Providers.Pages;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Statements;
using Xunit;
using static ResilienceMonitor.App.Tests.Tables.TableFiles;

namespace ResilienceMonitor.App.Tests.Providers;

public sealed class StatementTests
{
    private static readonly ProviderQuestions Questions = new(Platform.Reference.Catalogues.Reference);
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static readonly StatementContent Told = new()
    {
        Origin = new(OriginKind.Person, Today),
        StatedOn = Today,
        PromisedHours = 120,
        ProtectedBackup = true,
        LastFullRestore = new(2026, 9, 1),
        RestoreStaff = 12,
        Order = "Wir stehen an dritter Stelle.",
    };

    [Theory, EveryDatabase]
    public async Task What_a_customer_was_told_changes_the_assumed_provider(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var provider = Assert.Single(SaveStatement.ProvidersOf(await app.FindBody(Key)));
        var before = await Provider(app);
        var saved = await Save(app, Key, provider, 0, Told);
        Assert.Null(saved.Refusal);
        var after = await Provider(app);
        Assert.True(after.Body.Answers.ProtectedBackup);
        Assert.NotEqual(before.Resources["population-register"].BackupUsable, after.Resources["population-register"].BackupUsable);
        Assert.True(after.Resources["population-register"].RestoreWork.Typical < before.Resources["population-register"].RestoreWork.Typical);
        Assert.Equal("item.changed-meanwhile", (await Save(app, Key, provider, 0, Told)).Refusal?.Code);
        Assert.Null((await Save(app, Key, provider, saved.Value.RowVersion, Told with { ProtectedBackup = null })).Refusal);
        Assert.Null((await Provider(app)).Body.Answers.ProtectedBackup);
        Assert.Equal("statement.no-provider", (await Save(app, Key, "provider:somebody", 0, Told)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_provider_says_it_once_and_its_customers_see_it(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.Use<CreateBody, Result<Body>>((u, ct) => u.Run("provider:sit", Town.Of(0) with { Kind = BodyKind.Provider, LegalStatus = LegalStatus.None, Population = null, Name = "SIT" }, ct));
        await app.CreateTown(Key, 18_000, b => b with { Providers = ["provider:sit"], Answers = b.Answers with { ProviderKnown = true } });
        Assert.Null((await Save(app, "provider:sit", Statement.Own, 0, Told)).Refusal);
        var known = Assert.Single(await Known(app));
        Assert.Equal(120, known.Latest!.PromisedHours);
        Assert.Equal("SIT", known.Described!.DisplayName);

        // What the customer was told later counts more.
        Assert.Null((await Save(app, Key, "provider:sit", 0, Told with { PromisedHours = 240, StatedOn = Today.PlusDays(1) })).Refusal);
        Assert.Equal(240, Assert.Single(await Known(app)).Latest!.PromisedHours);
    }

    [Theory, EveryDatabase]
    public async Task A_customer_elsewhere_sees_it_by_consent_and_the_provider_sees_that(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        // B runs the applications of A, and both keep their own house.
        await app.UseAs<AppDb, int>(towns.OfA, async (db, ct) =>
        {
            var body = await db.Bodies.SingleAsync(b => b.Key == TwoTowns.KeyOfA, ct);
            body.Content = body.Content with { Providers = [TwoTowns.KeyOfB] };
            return await db.SaveChangesAsync(ct);
        });
        await app.UseAs<AppDb, int>(towns.OfB, async (db, ct) =>
        {
            var body = await db.Bodies.SingleAsync(b => b.Key == TwoTowns.KeyOfB, ct);
            body.Content = body.Content with { Kind = BodyKind.Provider };
            return await db.SaveChangesAsync(ct);
        });
        Assert.Null((await app.UseAs<SaveStatement, Result<Statement>>(towns.OfB, (u, ct) => u.Run(TwoTowns.KeyOfB, Statement.Own, 0, Told, ct))).Refusal);
        Assert.Null(await Seen(app, towns));
        var request = new ConsentRequest(false, BodyCode.Of(towns.A), "Stelle A", Consents.Statement, "Kunde", app.Clock.GetCurrentInstant() + Duration.FromDays(30));
        Assert.Null((await app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) => u.Run(request, ct))).Refusal);
        Assert.Equal(120, (await Seen(app, towns))!.PromisedHours);
        Assert.Equal(1, await app.UseAs<AppDb, int>(towns.OfB, (db, ct) => db.Events.CountAsync(e => e.Kind == Consents.Used, ct)));
    }

    private static Task<StatementContent?> Seen(TestApp app, TwoTowns towns) => app.UseAs<FindStatements, StatementContent?>(TwoTowns.Person(towns.A, Role.Reader), async (u, ct) =>
        (await u.Of(new Body { BodyId = towns.A, Key = TwoTowns.KeyOfA, Content = Town.Of(1) }, TwoTowns.KeyOfB, ct)).Said);

    [Theory, EveryDatabase]
    public async Task The_letter_asks_eight_questions_in_a_valid_file(TestApp app)
    {
        await app.CreateTown(Key, 18_000);
        var provider = SaveStatement.ProvidersOf(await app.FindBody(Key))[0];
        foreach (var language in new[] { "de", "en" })
        {
            using var _ = new InLanguage(language);
            var letter = (await app.Use<WriteLetter, Result<ReportDocument>>((u, ct) => u.Run(Key, provider, ct))).Value;
            Assert.Equal(8, letter.Parts.OfType<ReportList>().Single().Items.Count);
            using var file = new MemoryStream(DocxFile.Write(letter));
            using var document = WordprocessingDocument.Open(file, false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        }
    }

    [Fact]
    public void An_answer_sheet_comes_back_and_fills_the_form()
    {
        using var _ = new InLanguage("de");
        Assert.Equal("sheet.no-answers", AnswerSheet.Read(AnswerSheet.Blank(Questions.All), Questions.All).Refusal?.Code);
        var text = new StringBuilder("Antwort der SIT;;\n;;\nNr.;Frage;Ihre Antwort\n");
        string[] said = ["zuerst Krankenhäuser", "5 Tage", "ja", "1.9.2026", "36 h", "Nein", "12", "=WENN(1;2)", "", "viel"];
        foreach (var (index, question) in Questions.All.Index()) text.Append(null, $"{question.Number};\"{question.Question.De} (bitte)\";\"{said[index]}\"\n");
        var answers = AnswerSheet.Read(Encoding.UTF8.GetBytes(text.ToString()), Questions.All).Value;
        Assert.Equal(9, answers.Count);
        var form = StatementForm.Of(Questions.All, null, 0, Today);
        form.Fill(Questions.All, answers);
        var wrong = new FieldErrors();
        Assert.Null(form.Read(Questions.All, wrong, Today));
        Assert.Equal(StatementForm.Field("lastExercise"), Assert.Single(wrong).Field);
        form.Fill(Questions.All, new Dictionary<string, string> { ["lastExercise"] = "3. Mai 2025" });
        var content = form.Read(Questions.All, [], Today)!;
        Assert.Equal((120.0, 36.0, true, false, 12), (content.PromisedHours, content.RestoreHours, content.Binding, content.ProtectedBackup, content.RestoreStaff));
        Assert.Equal((new LocalDate(2026, 9, 1), new LocalDate(2025, 5, 3), "=WENN(1;2)", null), (content.LastFullRestore, content.LastExercise, content.Contact, content.Reconnection));
        Assert.Equal(CanonicalJson.Write(content), CanonicalJson.Write(StatementForm.Of(Questions.All, content, 1, Today).Read(Questions.All, [], Today)!));
    }

    [Fact]
    public void Every_question_is_answered_by_a_property_and_every_property_is_asked()
    {
        string[] kept = ["statedOn", "catalogueKey", "name", "origin", "origins"];
        Assert.Equal(typeof(StatementContent).GetProperties().Select(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Except(kept).Order(), Questions.All.Select(q => q.Property).Order());
        Assert.Equal(Enumerable.Range(1, 8), Questions.All.Select(q => q.Number).Distinct().Order());
    }

    private static async Task<BodyModel> Provider(TestApp app) => Assert.Single((await app.Use<ModelReader, Result<ModelSet>>((u, ct) => u.LoadSet([Key], ct))).Value.Providers);

    private static async Task<IReadOnlyList<KnownStatement>> Known(TestApp app)
    {
        var body = await app.FindBody(Key);
        return await app.Use<FindStatements, IReadOnlyList<KnownStatement>>((u, ct) => u.Run(body, ct));
    }

    private static Task<Result<Statement>> Save(TestApp app, string body, string provider, int version, StatementContent content) =>
        app.Use<SaveStatement, Result<Statement>>((u, ct) => u.Run(body, provider, version, content, ct));
}
