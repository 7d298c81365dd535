using System.Text.Json;

namespace ResilienceMonitor.Packaging;

/// <summary>The packages a lock file allows: version and digest by name.</summary>
public sealed class LockFile
{
    private readonly Dictionary<string, (string Version, string Sha512)> packages = new(StringComparer.OrdinalIgnoreCase);

    public static LockFile Read(string path)
    {
        var file = new LockFile();
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var target in json.RootElement.GetProperty("dependencies").EnumerateObject())
            foreach (var package in target.Value.EnumerateObject().Where(p => p.Value.TryGetProperty("contentHash", out _)))
                file.packages[package.Name] = (package.Value.GetProperty("resolved").GetString()!, package.Value.GetProperty("contentHash").GetString()!);
        return file;
    }

    /// <summary>The digest of a package that is shipped.</summary>
    /// <exception cref="PackagingProblem">The lock file does not know the package in this version.</exception>
    public string Sha512(string name, string version) => packages.TryGetValue(name, out var package) && package.Version == version
        ? package.Sha512
        : throw new PackagingProblem($"{name} {version} is shipped, but the lock file does not name it. Add packages in the project file, then restore.");
}
