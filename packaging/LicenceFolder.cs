using System.Text;

namespace ResilienceMonitor.Packaging;

/// <summary>The words of every licence that applies to something shipped, and a table that says which applies to what.</summary>
public static class LicenceFolder
{
    public const string IndexName = "THIRD-PARTY.txt";

    public static void Write(IEnumerable<Component> components, Component product, string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(product.LicenceTexts[0], Path.Combine(folder, "EUPL-1.2.txt"));
        var index = new StringBuilder("Resilience Monitor is licensed under the EUPL-1.2 (EUPL-1.2.txt). It is shipped together with:\n");
        foreach (var component in components.Where(c => c != product).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase))
        {
            var names = component.LicenceTexts.Select(t => Keep(t, component, folder)).Distinct();
            index.Append(null, $"\n{component.Name} {component.Version}\n  {component.Holder}\n  {component.Licence}: {string.Join(", ", names)}\n");
        }

        File.WriteAllText(Path.Combine(folder, IndexName), index.ToString());
    }

    // A text a package brings along is kept under the package's name; a standard text, or one that several bring word for word, once.
    private static string Keep(string text, Component component, string folder)
    {
        var bytes = File.ReadAllBytes(text);
        var standard = Path.GetFileName(Path.GetDirectoryName(text)) == "licences";
        var name = standard ? Path.GetFileName(text) : $"{component.Name.TrimStart('@').Replace('/', '-')}-{Path.GetFileNameWithoutExtension(text).ToUpperInvariant()}.txt";
        var same = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).FirstOrDefault(f => File.ReadAllBytes(f).AsSpan().SequenceEqual(bytes));
        if (same is not null) return Path.GetFileName(same);
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return name;
    }
}
