using System.Text.Json.Nodes;

namespace ResilienceMonitor.Platform.Events;

/// <summary>Says what happened, without its values: "Leistung geändert", "Rollen einer Person geändert".</summary>
public static class TrailWords
{
    public static string Of(Event happened)
    {
        var (section, verb) = Parts(happened.Kind);
        return TrailTexts.Find($"event.{section}.{Ending(happened) ?? verb}") ?? TrailTexts.Find($"event.{happened.Kind}")
            ?? string.Format(null, TrailTexts.Find($"verb.{verb}") ?? $"{{0}}: {verb}", OfSection(section));
    }

    public static string OfSection(string section) => TrailTexts.Find($"section.{section}") ?? section;

    internal static (string Section, string Verb) Parts(string kind) =>
        kind.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (kind[..dot], kind[(dot + 1)..]) : (kind, "");

    // A link, a key or a consent changes by ending or by being used; its content says which.
    private static string? Ending(Event happened)
    {
        if (!happened.Kind.EndsWith(".changed", StringComparison.Ordinal) || happened.After is null || JsonNode.Parse(happened.After) is not JsonObject after) return null;
        return after["revokedAt"] is not null ? "revoked" : after["usedAt"] is not null ? "used" : after["claimedAt"] is not null ? "claimed" : null;
    }
}
