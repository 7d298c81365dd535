using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>The bodies that can stand in: of the same region or district, and whoever already does.</summary>
public sealed class Neighbours(BodyDirectory bodies, Actor actor)
{
    public async Task<IReadOnlyList<Choice>> Run(ModelView view, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var known = (await bodies.Regions(ct)).Where(r => r.Content.Members.Contains(view.Body.Key)).SelectMany(r => r.Content.Members)
            .Concat(view.Model.Services.Values.SelectMany(s => s.Substitutes).Select(s => s.Partner).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        return [.. (await bodies.All(ct))
            .Where(b => b.Key != view.Body.Key && b.Content.Kind is BodyKind.Municipality or BodyKind.District)
            .Where(b => known.Contains(b.Key) || IsNear(b.Content, view.Body.Content))
            .Select(b => new Choice(b.Key, b.DisplayName))];
    }

    private static bool IsNear(BodyContent other, BodyContent body) => other.District is { } district && district == body.District;
}
