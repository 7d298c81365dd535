using System.Text.Json;

namespace ResilienceMonitor.Packaging;

/// <summary>Where things stand in the checkout a release is made from.</summary>
public sealed record Checkout(string Root)
{
    /// <summary>Read from the name table of the font files, which carry no licence text of their own.</summary>
    private const string FontVersion = "4.106";

    public string ReleaseLock => In("src", "App", "packages.release.lock.json");

    public string StandardLicences => In("packaging", "licences");

    public string OwnLicence => In("LICENSE");

    private string FontLicence => In("src", "App", "wwwroot", "licences", "FiraSans-OFL-1.1.txt");

    public Component Product()
    {
        var version = File.ReadLines(In("Directory.Build.props")).Select(l => l.Trim()).First(l => l.StartsWith("<Version>", StringComparison.Ordinal));
        return new Component("generic", "resilience-monitor", version["<Version>".Length..^"</Version>".Length], "EUPL-1.2", "the authors of Resilience Monitor", null, [OwnLicence]);
    }

    /// <summary>Data and web files of our own, as they stand beside the program once published.</summary>
    public IEnumerable<string> PublishedData() =>
        PublishedProgram.AllFiles(In("catalogues")).Where(f => f.EndsWith(".json", StringComparison.Ordinal)).Select(f => $"catalogues/{f}")
            .Concat(PublishedProgram.AllFiles(In("src", "App", "wwwroot")).Where(f => !f.StartsWith("licences/", StringComparison.Ordinal)).Select(f => $"wwwroot/{f}"));

    public Component Font() =>
        new("generic", "fira-sans", FontVersion, "OFL-1.1", "The Mozilla Foundation and Telefonica S.A.", null, [FontLicence]);

    /// <summary>What people read and start, and its name beside the program.</summary>
    public IEnumerable<(string Source, string Name)> TextsBeside(bool windows) =>
    [
        windows ? (In("packaging", "archive", "Start.cmd"), "Start.cmd") : (In("packaging", "archive", "start.sh"), "start.sh"),
        (In("packaging", "archive", "LIESMICH.txt"), "LIESMICH.txt"),
        (In("packaging", "archive", "README.txt"), "README.txt"),
        (In("docs", "freigabe.md"), "FREIGABE.txt"),
        (In("docs", "approval.md"), "APPROVAL.txt"),
    ];

    /// <summary>A package of the web files, by its lock file.</summary>
    public Component Npm(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(In("src", "App", "package-lock.json")));
        var package = json.RootElement.GetProperty("packages").GetProperty($"node_modules/{name}");
        return new Component(
            "npm", name, package.GetProperty("version").GetString()!, package.GetProperty("license").GetString()!, "Kern-UX",
            package.GetProperty("integrity").GetString()!["sha512-".Length..], [In("src", "App", "node_modules", name, "LICENSE.md")]);
    }

    private string In(params string[] parts) => Path.Combine([Root, .. parts]);
}
