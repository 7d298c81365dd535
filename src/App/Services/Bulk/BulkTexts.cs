using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Services.Bulk;

/// <summary>Marks the resources of changes of many items at once.</summary>
public sealed class BulkTexts
{
    public static string Get(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, TextsOf<BulkTexts>.Get(key), arguments);

    /// <summary>The text for one, or for another number (<c>key.one</c>, <c>key.many</c>).</summary>
    public static string Count(string key, int number) => Get(number == 1 ? $"{key}.one" : $"{key}.many", number);
}
