using System.Globalization;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>A critical path in words.</summary>
public sealed class PathNames(ItemNames names)
{
    private const string GatePrefix = "gate:";

    /// <summary>A path step by step. What others restore is their matter: of it only how long it takes together is said.</summary>
    /// <param name="outage">The models that give names.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">Whose service waits.</param>
    public IReadOnlyList<string> Sentences(PreparedOutage outage, CriticalPath path, string body)
    {
        var (sentences, steps) = (new List<string>(), path.Steps);
        for (var at = 0; at < steps.Count;)
        {
            var others = steps.Skip(at).TakeWhile(s => IsOthers(s, body) && s.Entity.Body == steps[at].Entity.Body).ToList();
            sentences.Add(others.Count == 0 ? Sentence(outage, steps[at]) : OfOthers(outage, others));
            at += Math.Max(1, others.Count);
        }

        return sentences;
    }

    private static bool IsOthers(CriticalStep step, string body) => step.Kind != CriticalStepKind.Gate && step.Entity.Body != body;

    private string OfOthers(PreparedOutage outage, IReadOnlyList<CriticalStep> steps)
    {
        var together = steps[0] with { To = steps[^1].To };
        var what = string.Join(", ", steps.Select(s => Name(outage, s.Entity)).Distinct(StringComparer.Ordinal));
        return string.Format(CultureInfo.CurrentCulture, ForecastsTexts.Get("path.others"), Days(together), Owner(outage, together.Entity.Body), what, Say.Duration(together.To - together.From));
    }

    /// <summary>"Tag 9 bis 15: Forensik, bei Muster-IT (6 Tage)."</summary>
    private string Sentence(PreparedOutage outage, CriticalStep step) => string.Format(
        CultureInfo.CurrentCulture,
        ForecastsTexts.Get($"path.{step.Kind}"),
        Days(step),
        Name(outage, step.Entity),
        Owner(outage, step.Entity.Body),
        Say.Duration(step.To - step.From));

    public string Name(PreparedOutage outage, EntityRef entity)
    {
        if (entity.Key.StartsWith(GatePrefix, StringComparison.Ordinal))
            return outage.Inputs.Scenario.Gates.FirstOrDefault(g => g.Key == entity.Key[GatePrefix.Length..])?.Title?.ToString() ?? entity.Key;
        if (outage.Inputs.Set.All.FirstOrDefault(m => m.Key == entity.Body) is not { } model) return entity.Key;
        if (model.Resources.TryGetValue(entity.Key, out var resource)) return names.Of(entity.Key, resource);
        return model.Services.TryGetValue(entity.Key, out var service) ? names.Of(entity.Key, service) : entity.Key;
    }

    private string Owner(PreparedOutage outage, string body) =>
        outage.Inputs.Set.All.FirstOrDefault(m => m.Key == body) is { } model ? names.Of(body, model.Body) : body;

    private static string Days(CriticalStep step) => Day(step.From) == Day(step.To)
        ? string.Format(null, ForecastsTexts.Get("path.day"), Day(step.From))
        : string.Format(null, ForecastsTexts.Get("path.days"), Day(step.From), Day(step.To));

    private static string Day(double hours) => (Math.Floor(hours / 24) + 1).ToString("N0", CultureInfo.CurrentCulture);
}
