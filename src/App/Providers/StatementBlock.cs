using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Providers;

/// <summary>A provider lets its customers see what it says of its restart, and nothing else.</summary>
public sealed class StatementBlock(AppDb db, ProviderQuestions questions) : IConsentedBlock
{
    public bool Covers(string block) => block == Consents.Statement;

    public async Task<ConsentedContent?> Read(BodyId body, string block, CancellationToken ct) =>
        await db.Set<Statement>().AsNoTracking().FirstOrDefaultAsync(s => s.BodyId == body && s.Key == Statement.Own, ct) is { } own
            ? new ConsentedContent(CanonicalJson.Write(own.Content), [new ConsentedTable(ProvidersTexts.Get("statement.title"), [ProvidersTexts.Get("statement.question"), ProvidersTexts.Get("statement.answer")], [.. questions.Answers(own.Content).Select(a => (IReadOnlyList<string>)[a.Label, a.Answer])])])
            : null;
}
