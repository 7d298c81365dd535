using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>The resources that can be needed: those of the body and of the providers it depends on.</summary>
internal static class ResourceChoices
{
    public static IReadOnlyList<Choice> Of(ModelView view) =>
        [.. view.Set.All.SelectMany(m => m.Resources.Keys.Select(k => new EntityRef(m.Key, k)))
            .Select(r => new Choice(view.IsOwn(r) ? r.Key : $"{r.Body}/{r.Key}", Text(view, r)))
            .OrderBy(c => c.Text, GermanOrder.Comparer)];

    /// <summary>Name of a resource, and who runs it when it is another body.</summary>
    public static string Text(ModelView view, EntityRef resource) =>
        view.IsOwn(resource) ? view.NameOf(resource) : ServicesTexts.Get("resource.at", view.NameOf(resource), view.NameOfBody(resource.Body));
}
