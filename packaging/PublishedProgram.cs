using System.Text.Json;

namespace ResilienceMonitor.Packaging;

/// <summary>
/// A published program taken apart: every file belongs to exactly one component, or the release stops. So a list of parts made from it is
/// complete by construction.
/// </summary>
public sealed class PublishedProgram
{
    private const string KernPackage = "@kern-ux/native";

    private readonly Dictionary<string, Component> owners = new(StringComparer.Ordinal);
    private readonly List<Component> components = [];
    private readonly string folder;

    private PublishedProgram(string folder) => this.folder = folder;

    public IReadOnlyList<Component> Components => components;

    public Component Product { get; private set; } = null!;

    public static PublishedProgram Read(string folder, Checkout checkout, string packageFolder, string runtime)
    {
        var program = new PublishedProgram(folder);
        var nuget = new NugetPackage(packageFolder, checkout.StandardLicences);
        program.Product = program.Add(checkout.Product());
        program.OwnFiles(checkout);
        program.Packages(nuget, LockFile.Read(checkout.ReleaseLock), runtime);
        program.DesignSystem(checkout);
        program.RefuseStrangers();
        return program;
    }

    private Component Add(Component component)
    {
        components.Add(component);
        return component;
    }

    private void Claim(Component owner, string file)
    {
        if (!File.Exists(Path.Combine(folder, file))) throw new PackagingProblem($"{file} of {owner} was not published.");
        if (!owners.TryAdd(file, owner)) throw new PackagingProblem($"{file} belongs to {owners[file]} and to {owner}.");
        owner.Files.Add(file);
    }

    private void OwnFiles(Checkout checkout)
    {
        foreach (var file in new[] { "resmon.deps.json", "resmon.runtimeconfig.json" }.Concat(checkout.PublishedData())) Claim(Product, file);
    }

    // The program's own list of what it loads says which file comes from which package.
    private void Packages(NugetPackage nuget, LockFile locked, string runtime)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "resmon.deps.json")));
        var libraries = json.RootElement.GetProperty("libraries");
        var target = json.RootElement.GetProperty("targets").GetProperty(json.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
        foreach (var library in target.EnumerateObject().OrderBy(l => l.Name, StringComparer.Ordinal))
        {
            if (library.Name.Split('/') is not [var name, var version]) continue;
            var owner = libraries.GetProperty(library.Name).GetProperty("type").GetString() switch
            {
                "project" => Product,
                "package" => Add(nuget.Read(name, version, locked.Sha512(name, version))),
                "runtimepack" => Add(nuget.Read(name["runtimepack.".Length..], version, sha512: null)),
                // The same assembly as the project of that name, listed once more by the compiler.
                "reference" => null,
                var other => throw new PackagingProblem($"{library.Name} is of an unknown kind: {other}."),
            };
            if (owner is null) continue;
            foreach (var file in FilesOf(library.Value)) Claim(owner, file);
            if (name == "runtimepack.Microsoft.NETCore.App.Runtime." + runtime)
                Claim(Add(nuget.Read("Microsoft.NETCore.App.Host." + runtime, version, sha512: null)), runtime.StartsWith("win", StringComparison.Ordinal) ? "resmon.exe" : "resmon");
            if (name == "SourceGear.sqlite3")
                Add(new Component("generic", "sqlite", string.Join('.', version.Split('.')[..3]), "blessing", "public domain", null, owner.LicenceTexts));
        }
    }

    private static IEnumerable<string> FilesOf(JsonElement library)
    {
        foreach (var kind in new[] { "runtime", "native" })
            if (library.TryGetProperty(kind, out var files))
                foreach (var file in files.EnumerateObject()) yield return file.Name.Split('/')[^1];
        if (library.TryGetProperty("resources", out var resources))
            foreach (var file in resources.EnumerateObject()) yield return string.Join('/', file.Name.Split('/')[^2..]);
    }

    private void DesignSystem(Checkout checkout)
    {
        var kern = Add(checkout.Npm(KernPackage));
        var font = Add(checkout.Font());
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "wwwroot", "kern")))
            Claim(path.EndsWith(".woff2", StringComparison.Ordinal) ? font : kern, $"wwwroot/kern/{Path.GetFileName(path)}");
        Claim(kern, "wwwroot/licences/EUPL-1.2.txt");
        Claim(font, "wwwroot/licences/FiraSans-OFL-1.1.txt");
    }

    private void RefuseStrangers()
    {
        var strangers = AllFiles(folder).Where(f => !owners.ContainsKey(f)).ToList();
        if (strangers.Count > 0) throw new PackagingProblem($"Published, but part of no package and not of this program: {string.Join(", ", strangers)}.");
    }

    /// <summary>All files below a folder, seen from it, with forward slashes, in a fixed order.</summary>
    public static IEnumerable<string> AllFiles(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
