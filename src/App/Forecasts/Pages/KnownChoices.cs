using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>What can be chosen as back, by name: services first, then gates in the order of the scenario, then resources.</summary>
public static class KnownChoices
{
    public static IReadOnlyList<Choice> Of(KnowableOutage outage, string body, ItemNames names)
    {
        var (knowable, inputs) = (outage.Knowable, outage.Outage.Inputs);
        var model = inputs.Set.Asked.First(m => m.Key == body);
        return
        [
            .. ByName(KnownThing.Service, knowable.Services.Select(key => (key, names.Of(key, model.Services[key])))),
            .. knowable.Gates.Keys.Select(key => Named(KnownThing.Gate, key, inputs.Scenario.Gates.First(g => g.Key == key).Title?.ToString() ?? key)),
            .. ByName(KnownThing.Resource, knowable.Resources.Select(key => (key, names.Of(key, model.Resources[key])))),
        ];
    }

    private static IEnumerable<Choice> ByName(KnownThing thing, IEnumerable<(string Key, string Name)> all) =>
        all.OrderBy(a => a.Name, GermanOrder.Comparer).Select(a => Named(thing, a.Key, a.Name));

    private static Choice Named(KnownThing thing, string key, string name) =>
        new($"{thing}:{key}", string.Format(null, ForecastsTexts.Get($"known.{thing}"), name));
}
