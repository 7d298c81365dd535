using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Providers;

/// <summary>Writes the letter with the questions to a provider.</summary>
public sealed class WriteLetter(FindStatements statements, ProviderQuestions questions, BodyDirectory bodies, Actor actor, IClock clock)
{
    public async Task<Result<ReportDocument>> Run(string bodyKey, string provider, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        if (provider == Statement.Own || !SaveStatement.ProvidersOf(body.Value).Contains(provider)) return Refusal.Of<ProvidersTexts>("statement.no-provider", provider);
        var known = await statements.Of(body.Value, provider, ct);
        var asked = questions.All.GroupBy(q => q.Number).OrderBy(g => g.Key).Select(g => string.Join(' ', g.Select(q => q.Question.ToString()))).ToList();
        return new ReportDocument(ProvidersTexts.Get("letter.subject"), null, System.Globalization.CultureInfo.CurrentUICulture,
        [
            new ReportParagraph(ProvidersTexts.Get("letter.date", DateWords.Day(DateWords.Today(clock, body.Value.Content.Zone)))),
            new ReportParagraph(known.Described?.DisplayName ?? ProvidersTexts.Get("letter.address"), known.Described is null ? ParagraphLook.Blank : ParagraphLook.Plain),
            new ReportParagraph(ProvidersTexts.Get("letter.greeting")),
            new ReportParagraph(ProvidersTexts.Get("letter.why", body.Value.DisplayName)),
            new ReportList(asked, Numbered: true),
            new ReportParagraph(ProvidersTexts.Get("letter.how")),
            new ReportParagraph(ProvidersTexts.Get("letter.use")),
            new ReportParagraph(ProvidersTexts.Get("letter.regards")),
            new ReportParagraph(ProvidersTexts.Get("letter.signature"), ParagraphLook.Blank),
        ])
        {
            Letterhead = ProvidersTexts.Get("letter.head", body.Value.DisplayName),
        };
    }
}
