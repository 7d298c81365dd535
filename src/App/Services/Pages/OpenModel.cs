using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Dependencies;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Reads the model of the chosen body for its pages.</summary>
public sealed class OpenModel(ModelReader models, ExplainRequirement explain, BodyDirectory bodies, ItemNames names, Actor actor)
{
    public async Task<Result<ModelView>> Run(Body body, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var set = await models.LoadSet([body.Key], ct);
        if (set.Refusal is { } refusal) return refusal;
        var requirements = explain.Of(set.Value);
        if (requirements.Refusal is { } problem) return problem;
        return new ModelView(body, set.Value, requirements.Value, await PartnerNames(set.Value.Asked[0], ct), names);
    }

    private async Task<Dictionary<string, string>> PartnerNames(BodyModel model, CancellationToken ct)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in model.Services.Values.SelectMany(s => s.Substitutes).Select(s => s.Partner).OfType<string>().Distinct(StringComparer.Ordinal))
            if (await bodies.Find(key, ct) is { Refusal: null } partner) found[key] = partner.Value.DisplayName;
        return found;
    }
}
