using System.Globalization;
using ResilienceMonitor.Reports.Documents;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>Whose paper it is and for which meeting; what was not filled in stays a visible blank.</summary>
internal static class PaperHead
{
    public static ReportFields Of(PaperFacts facts, PaperTexts texts) => new(texts["title"],
    [
        (texts["field-body"], PlainText.Name(facts.Body.DisplayName)),
        (texts["field-number"], Filled(facts.Fields.Number, texts)),
        (texts["field-committee"], Filled(facts.Fields.Committee, texts)),
        (texts["field-date"], Filled(facts.Fields.Date?.ToString("d", CultureInfo.CurrentCulture), texts)),
        (texts["field-department"], Filled(facts.Fields.Department, texts)),
        (texts["field-proposer"], Filled(facts.Fields.Proposer, texts)),
    ]);

    private static string Filled(string? value, PaperTexts texts) => string.IsNullOrWhiteSpace(value) ? texts["field-open"] : PlainText.Name(value);
}
