using System.Xml.Linq;

namespace ResilienceMonitor.Packaging;

/// <summary>Reads what a NuGet package says about itself in the folder of restored packages.</summary>
public sealed class NugetPackage(string packageFolder, string standardTexts)
{
    private static readonly string[] LicenceNames = ["LICENSE*", "LICENCE*", "NOTICE*", "THIRD-PARTY*", "THIRDPARTY*"];

    public Component Read(string name, string version, string? sha512)
    {
        var folder = Path.Combine(packageFolder, name.ToLowerInvariant(), version.ToLowerInvariant());
        var nuspec = Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec");
        if (!File.Exists(nuspec)) throw new PackagingProblem($"The package {name} {version} is not in the folder of restored packages.");
        var metadata = XDocument.Load(nuspec).Root!.Elements().First(e => e.Name.LocalName == "metadata");
        string? Value(string element) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == element)?.Value.Trim();

        var licence = LicenceOf(name, metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license"));
        var texts = LicenceNames.SelectMany(n => Directory.EnumerateFiles(folder, n, new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })).Order(StringComparer.Ordinal).ToList();
        if (!texts.Any(t => Path.GetFileName(t).StartsWith("LICEN", StringComparison.OrdinalIgnoreCase))) texts.Insert(0, StandardText(name, licence));
        return new Component("nuget", name, version, licence, Value("copyright") is { Length: > 0 } holder ? holder : Value("authors") ?? name, sha512, texts);
    }

    // A package that only points to a file has no name for its licence; the few there are were read and are named here.
    private static string LicenceOf(string name, XElement? licence) => (licence?.Attribute("type")?.Value, name) switch
    {
        ("expression", _) => licence!.Value.Trim(),
        ("file", "SourceGear.sqlite3") => "blessing",
        _ => throw new PackagingProblem($"The licence of {name} is unknown. Read it and add it to NugetPackage.LicenceOf."),
    };

    private string StandardText(string name, string licence)
    {
        var text = Path.Combine(standardTexts, $"{licence}.txt");
        return File.Exists(text) ? text : throw new PackagingProblem($"The words of {licence} are missing, the licence of {name}: put them into packaging/licences.");
    }
}
