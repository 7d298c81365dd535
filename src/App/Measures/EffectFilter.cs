using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Measures;

/// <summary>Which items an effect concerns, and what it makes of a number.</summary>
internal static class EffectFilter
{
    public static bool Matches(MeasureEffect effect, string key, ResourceContent resource) =>
        (effect.Kinds.Count == 0 || effect.Kinds.Contains(resource.Kind))
        && (effect.Hosts.Count == 0 || effect.Hosts.Contains(resource.Host))
        && (effect.Segments.Count == 0 || (resource.Segment is { } segment && effect.Segments.Contains(segment)))
        && (effect.Resources.Count == 0 || effect.Resources.Contains(resource.CatalogueKey ?? key));

    public static bool Matches(MeasureEffect effect, string key, ServiceContent service) =>
        effect.Services.Count == 0 || effect.Services.Contains(service.CatalogueKey ?? key);

    public static bool Matches(MeasureEffect effect, Substitute substitute) =>
        effect.Substitutes.Count == 0 || effect.Substitutes.Contains(substitute.Kind);

    public static double Number(MeasureEffect effect, double old) => effect.Operation switch
    {
        EffectOperation.Set => effect.Value,
        EffectOperation.Multiply => old * effect.Value,
        EffectOperation.Add => old + effect.Value,
        EffectOperation.AtLeast => Math.Max(old, effect.Value),
        EffectOperation.AtMost => Math.Min(old, effect.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    public static double Share(MeasureEffect effect, double old) => Math.Clamp(Number(effect, old), 0, 1);

    public static int Count(MeasureEffect effect, int old) => Math.Max(0, (int)Math.Round(Number(effect, old), MidpointRounding.AwayFromZero));

    /// <summary>A spread keeps its shape: it is scaled so that its typical value becomes the wanted one.</summary>
    public static Spread Scale(MeasureEffect effect, Spread old)
    {
        var typical = old.Typical;
        var wanted = Math.Max(0, Number(effect, typical));
        if (wanted == typical) return old;
        return typical > 0 ? old.Times(wanted / typical) : Spread.Of(wanted);
    }
}
