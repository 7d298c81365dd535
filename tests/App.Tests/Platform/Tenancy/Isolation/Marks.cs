using System.Text.RegularExpressions;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>The planted marks, one for each town.</summary>
internal static partial class Marks
{
    public static string Of(int town) => $"canary{town}x7f1c";

    /// <summary>The marks in a text that belong to other towns; of null, all.</summary>
    public static IReadOnlyList<string> Foreign(string text, int? own) =>
        text.Contains("canary", StringComparison.Ordinal) ? [.. Mark().Matches(text).Select(m => m.Value).Where(m => own is null || m != Of(own.Value)).Distinct(StringComparer.Ordinal)] : [];

    [GeneratedRegex("canary[0-9]+x7f1c")]
    private static partial Regex Mark();
}
