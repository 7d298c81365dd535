using System.Globalization;

namespace ResilienceMonitor.Platform;

/// <summary>Searches in names, the same on both databases: capital letters and accents do not matter.</summary>
public static class Names
{
    /// <param name="name">A name people read.</param>
    /// <param name="search">As typed; empty: every name fits.</param>
    public static bool Contain(string name, string? search) =>
        string.IsNullOrWhiteSpace(search) || CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, search.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
