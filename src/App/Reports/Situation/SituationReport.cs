using System.Globalization;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Reports.Documents;

namespace ResilienceMonitor.Reports.Situation;

/// <summary>The situation on one page, to be read out on the telephone: short sentences, numbers as words, blanks for what only the body knows.</summary>
public sealed class SituationReport(ItemNames names)
{
    private const int StoppedShown = 8;
    private const int SubstitutedShown = 5;
    private const int NameLength = 60;

    public ReportDocument Of(SituationFacts facts) => new(Text("situation.title"), Text("situation.mark"), CultureInfo.CurrentCulture,
    [
        new ReportParagraph(Text("situation.how"), ParagraphLook.Small),
        new ReportHeading(1, Text("situation.who")),
        new ReportParagraph(Text("situation.who-words", PlainText.Name(facts.Body.DisplayName))),
        new ReportHeading(1, Text("situation.what")),
        new ReportParagraph(What(facts)),
        new ReportHeading(1, Text("situation.stopped")),
        .. Services(facts, facts.Stopped, "situation.stopped", StoppedShown),
        new ReportHeading(1, Text("situation.substituted")),
        .. Services(facts, facts.Substituted, "situation.substituted", SubstitutedShown),
        new ReportHeading(1, Text("situation.needed")),
        new ReportParagraph(Text("situation.needed-words")),
        new ReportHeading(1, Text("situation.next")),
        new ReportParagraph(Text("situation.next-words")),
        new ReportParagraph(Text("situation.basis"), ParagraphLook.Small),
    ]);

    private static string What(SituationFacts facts)
    {
        var scenario = PlainText.Name(facts.Scenario.Title?.ToString() ?? "");
        return facts.Hours is { } hours ? Text("situation.what-since", Spoken.Since(hours), scenario) : Text("situation.what-assumed", scenario);
    }

    private IEnumerable<ReportPart> Services(SituationFacts facts, IReadOnlyList<SituationService> services, string key, int shown)
    {
        if (services.Count == 0) return [new ReportParagraph(Text($"{key}-none"))];
        var all = facts.Stopped.Count + facts.Substituted.Count + facts.Working;
        List<ReportPart> parts = [new ReportParagraph(Text($"{key}-count", Spoken.Count(services.Count), Spoken.Count(all))), new ReportList([.. services.Take(shown).Select(s => Line(s, key))])];
        if (services.Count > shown) parts.Add(new ReportParagraph(Text("situation.more", Spoken.Count(services.Count - shown))));
        return parts;
    }

    private string Line(SituationService service, string key)
    {
        var name = PlainText.Name(names.Of(service.Key, service.Service));
        if (name.Length > NameLength) name = $"{name[..NameLength]}…";
        if (service.Still is not { } still || double.IsInfinity(still.P50)) return Text("situation.line-open", name);
        var (middle, late) = (Spoken.Duration(still.P50), Spoken.Duration(still.P90));
        return middle == late ? Text($"{key}-line", name, middle) : Text($"{key}-line-late", name, middle, late);
    }

    private static string Text(string key, params object[] values) => ReportsTexts.Get(key, values);
}
