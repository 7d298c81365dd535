using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>Everything that is wrong in what was said of an outage, all at once.</summary>
public static class SoFarCheck
{
    /// <param name="hours">Hours since the start; null: could not be read, so nothing is compared with it.</param>
    /// <param name="returns">What is back.</param>
    /// <param name="knowable">What can be named; null: not known, so names are not looked at.</param>
    public static IEnumerable<SoFarProblem> Problems(double? hours, IReadOnlyList<KnownReturn> returns, Knowable? knowable)
    {
        if (hours is not (null or (> 0 and <= OutageSimulation.Horizon))) yield return new(null, SoFarPart.Hours, Refusal.Of<ForecastsTexts>("so-far.hours"));
        if (returns.Count > Limits.KnownReturns) yield return new(null, SoFarPart.Hours, Refusal.Of<ForecastsTexts>("so-far.too-many", Limits.KnownReturns));
        foreach (var (row, one) in returns.Take(Limits.KnownReturns).Index())
        {
            var earlier = returns.Take(row).Where(r => r.Thing == one.Thing && r.Key == one.Key).ToList();
            if (knowable?.Has(one.Thing, one.Key) == false) yield return new(row, SoFarPart.What, Refusal.Of<ForecastsTexts>("so-far.unknown"));
            else if (earlier.Any(r => r.Level == one.Level)) yield return new(row, SoFarPart.What, Refusal.Of<ForecastsTexts>("so-far.twice"));
            if (one.Thing != KnownThing.Service && one.Level != ServiceLevel.Own) yield return new(row, SoFarPart.What, Refusal.Of<ForecastsTexts>("so-far.level"));
            if (one.Hours < 0) yield return new(row, SoFarPart.When, Refusal.Of<ForecastsTexts>("so-far.before"));
            else if (!(one.Hours <= (hours ?? double.PositiveInfinity))) yield return new(row, SoFarPart.When, Refusal.Of<ForecastsTexts>("so-far.after-now"));
            else if (earlier.Any(r => r.Level < one.Level ? r.Hours > one.Hours : r.Level > one.Level && r.Hours < one.Hours))
                yield return new(row, SoFarPart.When, Refusal.Of<ForecastsTexts>("so-far.order"));
        }
    }

    /// <summary>The same in one refusal, for programs and the command line; null: nothing is wrong.</summary>
    public static Refusal? Refuse(OutageSoFar soFar, Knowable knowable)
    {
        var sentences = Problems(soFar.Hours, soFar.Returns, knowable)
            .Select(p => p.Row is { } row ? string.Format(null, ForecastsTexts.Get("so-far.row"), row + 1, p.Reason.Sentence) : p.Reason.Sentence).ToList();
        return sentences.Count == 0 ? null : Refusal.Of<ForecastsTexts>("so-far.wrong", string.Join(' ', sentences));
    }
}

/// <summary>Something that is wrong.</summary>
/// <param name="Row">Which of the returns, from 0; null: the outage itself.</param>
/// <param name="Part">Where to look.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public readonly record struct SoFarProblem(int? Row, SoFarPart Part, Refusal Reason);

public enum SoFarPart
{
    Hours,
    What,
    When,
}
