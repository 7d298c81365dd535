using System.Globalization;

namespace ResilienceMonitor.Platform;

/// <summary>Order of names in lists: Ä beside A, upper and lower case alike.</summary>
public static class GermanOrder
{
    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);
}
