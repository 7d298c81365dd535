using ResilienceMonitor.Bodies;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Measures;

/// <summary>Applies measures to the inputs of a simulation: a measure is a patch on a snapshot, never a change of the stored model.</summary>
public static class MeasurePatch
{
    /// <summary>The inputs with all measures in place, in the given order.</summary>
    public static PatchedInputs Apply(IEnumerable<MeasureContent> measures, PatchedInputs inputs) => measures.Aggregate(inputs, ApplyOne);

    private static PatchedInputs ApplyOne(PatchedInputs inputs, MeasureContent measure) =>
        measure.Effects.Aggregate(inputs, (current, effect) => ApplyEffect(current, measure, effect));

    private static PatchedInputs ApplyEffect(PatchedInputs inputs, MeasureContent measure, MeasureEffect effect) => effect.Parameter switch
    {
        MeasureParameter.SegmentChance or MeasureParameter.MemberChance when !ScenarioPatch.Concerns(inputs.Scenario, effect) => inputs,
        MeasureParameter.SegmentChance or MeasureParameter.MemberChance => inputs with { Adjust = Combine(inputs.Adjust, measure, effect, inputs.Set) },
        MeasureParameter.GateDuration => inputs with { Scenario = ScenarioPatch.Gates(inputs.Scenario, measure.ByProvider, effect) },
        MeasureParameter.YearlyChance => inputs with { Scenario = ScenarioPatch.Chance(inputs.Scenario, measure.ByProvider, effect) },
        _ => inputs with { Set = inputs.Set.Select(m => ActsOn(measure, m, inputs.Set) ? ModelPatch.Apply(m, effect) : m) },
    };

    /// <summary>A provider's measure changes providers; a body's measure changes the bodies asked for.</summary>
    private static bool ActsOn(MeasureContent measure, BodyModel model, ModelSet set) => measure.ByProvider
        ? model.Body.Kind == BodyKind.Provider
        : model.Body.Kind != BodyKind.Provider && set.Asked.Contains(model);

    private static HitAdjustment Combine(HitAdjustment? earlier, MeasureContent measure, MeasureEffect effect, ModelSet set)
    {
        var bodies = set.All.Where(m => ActsOn(measure, m, set)).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        return (body, key, resource, segment, member) =>
        {
            var before = earlier?.Invoke(body, key, resource, segment, member) ?? (Segment: segment, Member: member);
            if (!bodies.Contains(body) || !EffectFilter.Matches(effect, key, resource)) return before;
            return effect.Parameter == MeasureParameter.SegmentChance
                ? (EffectFilter.Share(effect, before.Segment), before.Member)
                : (before.Segment, EffectFilter.Share(effect, before.Member));
        };
    }
}

/// <summary>What goes into a simulation, possibly changed by measures.</summary>
public sealed record PatchedInputs(ModelSet Set, ScenarioContent Scenario, HitAdjustment? Adjust = null);
