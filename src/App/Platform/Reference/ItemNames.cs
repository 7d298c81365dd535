using System.Globalization;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>The name people read: the body's own, else the catalogue's in their language, else the key.</summary>
public sealed class ItemNames(ReferenceData reference)
{
    public string Of(string key, ItemContent? content) => Of(key, content?.Name, content?.CatalogueKey);

    public string Of(string key, string? ownName, string? catalogueKey) =>
        ownName ?? (catalogueKey is null ? null : reference.Name(catalogueKey, CultureInfo.CurrentUICulture)) ?? key;
}
