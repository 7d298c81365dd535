using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Keeps the keys of cookies and forms as files. The repository of the framework copies them into place without flushing: after a power cut
/// an empty key file would stop every page.
/// </summary>
public sealed partial class KeyFiles(string directory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*.xml").Order(StringComparer.Ordinal).Select(f => XElement.Load(f))]
        : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        DurableFile.CreateDirectory(directory);
        var name = SafeName().IsMatch(friendlyName) ? friendlyName : $"{Guid.CreateVersion7()}";
        DurableFile.WriteAllText(Path.Combine(directory, $"{name}.xml"), element.ToString());
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex SafeName();
}
