using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Reports;

/// <summary>Marks the resources of the feature.</summary>
public sealed class ReportsTexts
{
    public static string Get(string key, params object[] arguments) => string.Format(null, TextsOf<ReportsTexts>.Get(key), arguments);
}
