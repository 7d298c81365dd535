using System.Globalization;

namespace ResilienceMonitor.Platform;

/// <summary>German and English; German when nobody asks for either.</summary>
public static class Languages
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyList<CultureInfo> All { get; } = [German, English];

    /// <summary>Language of the command line, from LC_ALL, LC_MESSAGES or LANG.</summary>
    public static CultureInfo OfEnvironment()
    {
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                return value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : German;
        return German;
    }
}
