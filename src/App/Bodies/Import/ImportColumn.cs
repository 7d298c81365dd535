namespace ResilienceMonitor.Bodies.Import;

/// <summary>A column that a list may have.</summary>
/// <param name="English">Its name in English lists and in what we write.</param>
/// <param name="German">Its usual name in German lists.</param>
/// <param name="Need">What it means when the column is not there.</param>
/// <param name="MoreNames">Other names under which offices keep it, as <see cref="Words.Fold"/> writes them.</param>
internal sealed record ImportColumn(string English, string German, ColumnNeed Need, params string[] MoreNames)
{
    public IEnumerable<string> Names => [Words.Fold(English), Words.Fold(German), .. MoreNames];

    public bool IsNamed(string header) => Names.Contains(Fold(header));

    /// <summary>Additions in brackets or on a second line say a unit or a date: "Einwohner (31.12.2023)".</summary>
    public static string Fold(string header) => Words.Fold(header.Split('(', '\n')[0]);
}

internal enum ColumnNeed
{
    /// <summary>Without it there is no import.</summary>
    Required,

    /// <summary>Without it something stays unknown, which is said.</summary>
    Useful,

    /// <summary>Known, but not read.</summary>
    Unused,
}
