using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Scenarios;

namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>What can be chosen: bodies and regions, scenarios, providers.</summary>
public sealed record SelectionOptionsView(IReadOnlyList<Choice> Subjects, IReadOnlyList<Choice> Scenarios, IReadOnlyList<Choice> Providers)
{
    /// <summary>Bodies offered in a list; in a larger installation the others are reached through their region or their own page.</summary>
    private const int MaxBodies = 500;

    public static async Task<SelectionOptionsView> Load(BodyDirectory bodies, ScenarioList scenarios, ItemNames names, BodyId owner, string? chosen, CancellationToken ct)
    {
        var all = await bodies.All(ct);
        var administrations = all.Where(b => b.Content.Kind is BodyKind.Municipality or BodyKind.District).ToList();
        var shown = administrations.Take(MaxBodies).Concat(administrations.Where(b => b.Key == chosen)).DistinctBy(b => b.Key);
        var regions = await bodies.Regions(ct);
        return new SelectionOptionsView(
            [.. shown.Select(b => new Choice(b.Key, b.DisplayName)), .. regions.Select(r => new Choice(r.Key, string.Format(null, ForecastsTexts.Get("form.region"), r.Content.Name ?? r.Key)))],
            [.. (await scenarios.Of(owner, ct)).Select(s => new Choice(s.Key, names.Of(s.Key, s.Value.Title?.ToString() ?? s.Value.Name, s.Key)))],
            [.. all.Where(b => b.Content.Kind == BodyKind.Provider).Select(b => new Choice(b.Key, b.DisplayName))]);
    }
}
