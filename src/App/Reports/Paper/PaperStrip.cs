using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>The heat strip of the most urgent services as a table for documents.</summary>
internal sealed class PaperStrip(PaperTexts texts, ItemNames names)
{
    private const int LeastMoments = 4;

    /// <summary>Hours at which the state is shown: 1 and 3 days, 1, 2, 4 and 9 weeks, 3, 6 and 12 months.</summary>
    private static readonly double[] Moments = [24, 72, 168, 336, 672, 1512, 2190, 4380, 8760];

    public ReportStrip Of(PaperFacts facts)
    {
        var end = StripShape.EndOfInterest(facts.Urgent.Select(s => s.States));
        var shown = Moments.Index().TakeWhile(m => m.Index < LeastMoments || Moments[m.Index - 1] < end).Select(m => m.Item).ToList();
        var rows = facts.Urgent.Select(s => new ReportStripRow(NameOf(facts, s), Spans(s.States, shown), Words(s))).ToList();
        return new(texts["strip-title"], string.Join(" ", rows.Select(r => $"{r.Name}: {r.Words}.")), texts["strip-service"], texts["strip-words"], [.. shown.Select(h => texts[$"moment-{h}"])], rows);
    }

    public string NameOf(PaperFacts facts, ServiceResult service) => PlainText.Name(names.Of(service.Key, facts.Model.Services[service.Key]));

    private List<ReportSpan> Spans(ServiceStates states, List<double> hours)
    {
        var spans = new List<ReportSpan>();
        foreach (var state in hours.Select(h => MostLikely(states, h)))
        {
            if (spans.Count > 0 && spans[^1].State == state) spans[^1] = new(state, Word(state, ""), spans[^1].Moments + 1);
            else spans.Add(new(state, Word(state, "-short"), 1));
        }

        return spans;
    }

    private static ServiceState MostLikely(ServiceStates states, double hour)
    {
        var shares = StripShape.At(states, hour);
        return (ServiceState)Array.IndexOf(shares, shares.Max());
    }

    private string Word(ServiceState state, string form) => texts[$"state-{state.ToString().ToLowerInvariant()}{form}"];

    private string Words(ServiceResult service) => service.First.P50 >= service.Own.P50
        ? texts["strip-words-none", Say.After(service.Own.P50)]
        : texts["strip-words-substitute", Say.After(service.First.P50), Say.After(service.Own.P50)];
}
