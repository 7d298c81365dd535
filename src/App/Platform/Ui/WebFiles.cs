using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Platform.Ui;

/// <summary>
/// Addresses of our own style sheets and scripts. Each carries a fingerprint of its content, so that a browser may keep it for good and still
/// sees the next version at once.
/// </summary>
public sealed class WebFiles(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> urls = new(StringComparer.Ordinal);

    public string Url(string path) => urls.GetOrAdd(path, p =>
    {
        var file = environment.WebRootFileProvider.GetFileInfo(p);
        return file.Exists ? $"/{p}?v={Fingerprint(file)}" : throw new FileNotFoundException($"No file {p} beside the program.");
    });

    public static StaticFileOptions Serving { get; } = new()
    {
        OnPrepareResponse = context => SetCaching(context.Context),
        // Without the charset a browser shows the umlauts of the licences as garbage.
        ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".txt"] = "text/plain; charset=utf-8" } },
    };

    /// <summary>With a fingerprint: for a year. Without: kept, but asked about each time (ETag).</summary>
    private static void SetCaching(HttpContext http)
    {
        SecurityHeaders.AllowKeeping(http);
        http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static string Fingerprint(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream)[..6]);
    }
}
