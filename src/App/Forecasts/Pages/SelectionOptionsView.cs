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
        var providers = all.Where(b => b.Content.Kind == BodyKind.Provider).ToList();
        var named = administrations.SelectMany(b => b.Content.Providers).ToHashSet(StringComparer.Ordinal);
        var regions = await bodies.Regions(ct);
        var districts = administrations.Select(b => b.Content.District).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Choice[] subjects =
        [
            .. shown.Select(b => new Choice(b.Key, b.DisplayName)),
            .. providers.Where(p => named.Contains(p.Key)).Select(p => new Choice(SelectionForm.CustomersPrefix + p.Key, Text("form.customers", p.DisplayName))),
            .. administrations.Where(d => districts.Contains(d.Key)).Select(d => new Choice(SelectionForm.DistrictPrefix + d.Key, Text("form.district", d.DisplayName))),
            .. regions.Select(r => new Choice(r.Key, Text("form.region", r.Content.Name ?? r.Key))),
        ];
        return new SelectionOptionsView(
            subjects,
            [.. (await scenarios.Of(owner, ct)).Select(s => new Choice(s.Key, names.Of(s.Key, s.Value.Title?.ToString() ?? s.Value.Name, s.Key)))],
            [.. providers.Select(b => new Choice(b.Key, b.DisplayName))]);
    }

    private static string Text(string key, string name) => string.Format(null, ForecastsTexts.Get(key), name);
}
