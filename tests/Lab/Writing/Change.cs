using System.Globalization;

namespace ResilienceMonitor.Lab.Writing;

/// <summary>One thing a writer does: it brings a subject (a body, a file, a key) to a number, which counts from one.</summary>
/// <param name="Area">What kind of thing; see <see cref="Areas"/>.</param>
public readonly record struct Change(string Area, string Subject, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area} {Subject} {Number}");

    public static Change Parse(ReadOnlySpan<char> text)
    {
        var parts = text.ToString().Split(' ');
        return new Change(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}

/// <summary>The kinds of things that are written.</summary>
public static class Areas
{
    /// <summary>The program has started and its database is prepared.</summary>
    public const string Start = "start";
    public const string Body = "body";
    public const string File = "file";
    public const string Key = "key";
}
