namespace ResilienceMonitor.Packaging;

/// <summary>One thing that is shipped and has a name, a version and a licence of its own.</summary>
/// <param name="Ecosystem">First part of the package URL: nuget, npm or generic.</param>
/// <param name="Name">Name as its registry spells it.</param>
/// <param name="Version">Version that is shipped.</param>
/// <param name="Licence">SPDX name.</param>
/// <param name="Holder">Who holds the copyright.</param>
/// <param name="Sha512">Digest of the package as the lock file has it (Base64); null: it is no package.</param>
/// <param name="LicenceTexts">Files with the words of the licence.</param>
public sealed record Component(
    string Ecosystem, string Name, string Version, string Licence, string Holder, string? Sha512, IReadOnlyList<string> LicenceTexts)
{
    /// <summary>The published files that come from it, seen from the folder of the program, with forward slashes.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    public string PackageUrl => $"pkg:{Ecosystem}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";

    public override string ToString() => $"{Name} {Version}";
}
