using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Bodies.Comments;

/// <summary>Marks the resources of comments.</summary>
public sealed class CommentTexts
{
    public static string Get(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, TextsOf<CommentTexts>.Get(key), arguments);

    /// <summary>How many there are, in words.</summary>
    public static string Count(int number) => Get(number == 1 ? "count.one" : "count.many", number);
}
