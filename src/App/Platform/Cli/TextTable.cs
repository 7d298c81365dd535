namespace ResilienceMonitor.Platform.Cli;

/// <summary>Rows with a wide first column and narrower further ones, for a terminal.</summary>
public static class TextTable
{
    private const int FirstColumn = 46;
    private const int OtherColumns = 42;

    public static string Row(string first, params IEnumerable<string> others) => Row(first, OtherColumns, others);

    /// <summary>The same with further columns of so many characters.</summary>
    public static string Row(string first, int width, params IEnumerable<string> others) =>
        (Fit(first, FirstColumn) + string.Concat(others.Select(o => Fit(o, width)))).TrimEnd();

    private static string Fit(string text, int width) => text.Length < width ? text.PadRight(width) : $"{text[..(width - 2)]}… ";
}
