using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Services;

/// <summary>Marks the resources of the feature.</summary>
public sealed class ServicesTexts
{
    /// <summary>For what is no component and has no services of its own.</summary>
    public static string Get(string key, params object[] arguments) =>
        arguments.Length == 0 ? TextsOf<ServicesTexts>.Get(key) : string.Format(CultureInfo.CurrentCulture, TextsOf<ServicesTexts>.Get(key), arguments);

    /// <summary>The text for one, or for another number (<c>key.one</c>, <c>key.many</c>).</summary>
    public static string Count(string key, int number) => Get(number == 1 ? $"{key}.one" : $"{key}.many", number);
}
