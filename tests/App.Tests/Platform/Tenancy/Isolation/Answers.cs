using System.Text.RegularExpressions;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>Answers without what differs from call to call and without the ids that were asked for.</summary>
internal static partial class Answers
{
    public static string Plain(string answer) => Ids().Replace(Changing().Replace(answer, "~"), "ID");

    /// <summary>Null when nothing tells the answers apart.</summary>
    public static string? Difference(string expected, string actual)
    {
        (expected, actual) = (Plain(expected), Plain(actual));
        if (expected == actual) return null;
        var at = expected.Zip(actual).TakeWhile(c => c.First == c.Second).Count();
        return $"…{Around(expected, at)}… | …{Around(actual, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");

    [GeneratedRegex("""(name="__RequestVerificationToken" value="[^"]*")|(nonce="[^"]*")|('nonce-[^']*')|(0HN[0-9A-Z:]+)|(data-progress-text[^<]*<)|(<progress[^>]*>[^<]*<)|(Date: [^\n]*)|(Set-Cookie: [^\n]*)|(Content-Length: [^\n]*)|(ETag: [^\n]*)|(/progress/[0-9a-f]{24})|(traceId"?:"?[0-9a-f-]+)|("rowVersion" value="[0-9]*")""", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();

    [GeneratedRegex(@"ags(:|%3A)[0-9]{8}|(own|gone|none)-[0-9]{1,2}|[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|\b[0-9a-f]{12}\b")]
    private static partial Regex Ids();
}
