using System.Text.Json;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>
/// Reads the configuration of identity providers: the file RESMON_IDENTITY_PROVIDERS names, else <c>identity-providers.json</c> in the data directory,
/// else there are none. Asks nobody; what is wrong is said all at once.
/// </summary>
public static class IdentityProvidersFile
{
    public const string Name = "identity-providers.json";

    /// <exception cref="StartProblem">The file cannot be read, or has errors.</exception>
    public static IdentityProviders Load(DataDirectory directory)
    {
        var named = Environment.GetEnvironmentVariable("RESMON_IDENTITY_PROVIDERS");
        var path = string.IsNullOrWhiteSpace(named) ? Path.Combine(directory.Path, Name) : named;
        return string.IsNullOrWhiteSpace(named) && !File.Exists(path) ? new IdentityProviders([]) : Read(path);
    }

    /// <inheritdoc cref="Load"/>
    public static IdentityProviders Read(string path)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > OidcLimits.FileBytes) throw Wrong(path, OidcTexts.Get("file.too-large"));
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StartProblem(Refusal.Of<OidcTexts>("file.unreadable", path));
        }

        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var reader = new IdentityProvidersReader(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var providers = reader.Read(json.RootElement);
            return reader.Errors.Count == 0 ? providers : throw Wrong(path, string.Join("; ", reader.Errors));
        }
        catch (JsonException e)
        {
            throw Wrong(path, string.Format(null, OidcTexts.Get("file.json"), e.LineNumber + 1));
        }
    }

    private static StartProblem Wrong(string path, string errors) => new(Refusal.Of<OidcTexts>("file.errors", path, errors));
}
