using System.Text.Json;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>The groups in a token: a list of texts, or one text. Whatever else stands there is no group.</summary>
internal static class PersonGroups
{
    public static Result<IReadOnlyList<string>> Of(JsonElement root, string claim)
    {
        if (IsElsewhere(root, claim)) return Refusal.Of<OidcTexts>("oidc.groups-overflow");
        if (!root.TryGetProperty(claim, out var groups)) return Refusal.Of<OidcTexts>("oidc.groups-missing");
        if (groups.ValueKind == JsonValueKind.String) return new[] { groups.GetString()! };
        if (groups.ValueKind != JsonValueKind.Array) return Refusal.Of<OidcTexts>("oidc.groups-missing");
        if (groups.GetArrayLength() > OidcLimits.GroupsOfPerson) return Refusal.Of<OidcTexts>("oidc.groups-overflow");
        return groups.EnumerateArray().Where(g => g.ValueKind == JsonValueKind.String).Select(g => g.GetString()!).Distinct(StringComparer.Ordinal).ToArray();
    }

    // Entra: too many to stand here, ask elsewhere. Asking would need rights on the directory, so it is not done.
    private static bool IsElsewhere(JsonElement root, string claim) =>
        (root.TryGetProperty("_claim_names", out var names) && names.ValueKind == JsonValueKind.Object && names.TryGetProperty(claim, out _))
        || (root.TryGetProperty("hasgroups", out var has) && has.ValueKind == JsonValueKind.True);
}
