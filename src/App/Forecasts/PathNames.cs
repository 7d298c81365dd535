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

    /// <summary>"Tag 9 bis 15: Forensik, bei Muster-IT (6 Tage)."</summary>
    public string Sentence(PreparedOutage outage, CriticalStep step) => string.Format(
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
