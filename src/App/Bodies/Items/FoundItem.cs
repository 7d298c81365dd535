using System.Globalization;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>An item as programs see it.</summary>
/// <param name="Key">Key within its section.</param>
/// <param name="Version">Changes with every change; see <see cref="Of(ModelItem)"/>.</param>
/// <param name="Json">The content as canonical JSON.</param>
public sealed record FoundItem(string Key, string Version, string Json)
{
    internal static FoundItem Of(ModelItem row) => new(row.Key, row.RowVersion.ToString(CultureInfo.InvariantCulture), row.Json);

    /// <summary>What is derived can change with the body, so its version is the body's.</summary>
    internal static FoundItem Of(Body body, string key, ItemContent derived) => new(key, VersionOfDerived(body), CanonicalJson.Write<object>(derived));

    internal static string VersionOfDerived(Body body) => string.Create(CultureInfo.InvariantCulture, $"d{body.RowVersion}");
}
