using System.Text.Json;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>From JSON to providers. Goes on after an error, so that the operator sees all of them.</summary>
/// <param name="folder">Names of files with secrets are relative to it.</param>
internal sealed class IdentityProvidersReader(string folder)
{
    private static readonly string[] OfProvider = ["key", "name", "issuer", "clientId", "clientSecret", "clientSecretFile", "scopes", "groupsClaim", "groups"];
    private static readonly string[] OfGroup = ["group", "body", "roles"];

    private readonly List<string> errors = [];

    /// <summary>Lines of the form <c>place: sentence</c>.</summary>
    public IReadOnlyList<string> Errors => errors;

    public IdentityProviders Read(JsonElement root)
    {
        if (!IsObject(root, "$", ["providers"])) return new([]);
        var providers = new List<IdentityProvider>();
        foreach (var (item, place) in List(root, "providers", "$", OidcLimits.Providers, required: true))
        {
            var provider = IsObject(item, place, OfProvider) ? Provider(item, place) : null;
            if (provider is null) continue;
            if (providers.Exists(p => p.Key == provider.Key)) Wrong($"{place}.key", "file.key-twice");
            providers.Add(provider);
        }

        return new(providers);
    }

    private IdentityProvider Provider(JsonElement item, string place)
    {
        var key = Text(item, "key", place, required: true) ?? "";
        if (key.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))) Wrong($"{place}.key", "file.key");
        var issuer = Text(item, "issuer", place, required: true) ?? "";
        if (issuer.Length > 0 && !ProviderAddress.IsIssuer(issuer)) Wrong($"{place}.issuer", "file.issuer");
        return new IdentityProvider
        {
            Key = key,
            Name = Text(item, "name", place, required: true) ?? "",
            Issuer = issuer,
            ClientId = Text(item, "clientId", place, required: true) ?? "",
            ClientSecret = Secret(item, place),
            Scopes = [.. List(item, "scopes", place, OidcLimits.Scopes).Select(s => Scope(s.Item, s.Place)).Where(s => s is not "openid")],
            GroupsClaim = Text(item, "groupsClaim", place) ?? "groups",
            Groups = [.. List(item, "groups", place, OidcLimits.GroupRules).Select(g => Group(g.Item, g.Place))],
        };
    }

    private GroupRule Group(JsonElement item, string place)
    {
        if (!IsObject(item, place, OfGroup)) return new("", "", []);
        var roles = List(item, "roles", place, Enum.GetValues<Role>().Length, required: true).Select(r => RoleOf(r.Item, r.Place)).OfType<Role>().ToList();
        if (item.TryGetProperty("roles", out var given) && given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == 0) Wrong($"{place}.roles", "file.no-roles");
        return new(Text(item, "group", place, required: true) ?? "", Text(item, "body", place, required: true) ?? "", People.RolesOf(roles));
    }

    private Role? RoleOf(JsonElement item, string place)
    {
        foreach (var role in People.RolesOf(Enum.GetValues<Role>()))
            if (item.ValueKind == JsonValueKind.String && item.ValueEquals(NameOf(role))) return role;
        Wrong(place, "file.role", string.Join(", ", People.RolesOf(Enum.GetValues<Role>()).Select(NameOf)));
        return null;
    }

    private static string NameOf(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private string Scope(JsonElement item, string place)
    {
        if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 and <= Limits.KeyLength } scope && !scope.Any(c => c is <= ' ' or > '~' or '"' or '\\')) return scope;
        Wrong(place, "file.scope");
        return "";
    }

    private string? Secret(JsonElement item, string place)
    {
        var (secret, file) = (Text(item, "clientSecret", place), Text(item, "clientSecretFile", place, longest: Limits.ReasonLength));
        if (secret is not null && file is not null) Wrong($"{place}.clientSecret", "file.two-secrets");
        if (file is null) return secret;
        try
        {
            if (File.ReadAllText(Path.Combine(folder, file)).Trim() is { Length: > 0 and <= Limits.ReasonLength } read) return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Said below, in a sentence.
        }

        Wrong($"{place}.clientSecretFile", "file.secret-file");
        return null;
    }

    private bool IsObject(JsonElement item, string place, string[] fields)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Wrong(place, "file.object");
            return false;
        }

        foreach (var field in item.EnumerateObject().Where(f => !fields.Contains(f.Name))) Wrong($"{place}.{field.Name}", "file.unknown");
        return true;
    }

    private string? Text(JsonElement item, string name, string place, bool required = false, int longest = Limits.NameLength)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            if (required) Wrong($"{place}.{name}", "file.missing");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0 && text.Length <= longest && !text.Any(char.IsControl)) return text;
        Wrong($"{place}.{name}", "file.text", longest);
        return null;
    }

    private List<(JsonElement Item, string Place)> List(JsonElement item, string name, string place, int longest, bool required = false)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            if (required) Wrong($"{place}.{name}", "file.missing");
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= longest) return [.. value.EnumerateArray().Select((v, i) => (v, $"{place}.{name}[{i}]"))];
        Wrong($"{place}.{name}", "file.list", longest);
        return [];
    }

    private void Wrong(string place, string code, params object[] arguments) => errors.Add($"{place}: {string.Format(null, OidcTexts.Get(code), arguments)}");
}
