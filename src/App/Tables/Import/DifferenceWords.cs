using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Differences in words, in the language of the request.</summary>
internal static class DifferenceWords
{
    /// <summary>One line for one row.</summary>
    public static string Line(TableDifference found)
    {
        var start = $"{found.Table.Title(TableLanguage.Current)}: {found.Name} – {Kind(found.Kind)}";
        return found.Values.Count == 0 ? start : $"{start}: {string.Join("; ", found.Values.Select(Value))}";
    }

    public static string Kind(RowChange kind) => TablesTexts.Get($"change.{kind}");

    public static string Value(ValueChange value) => TablesTexts.Get("change.value", value.Head, Shown(value.Before), Shown(value.After));

    public static string Summary(TableImport done) =>
        done.Differences.Count == 0 ? TablesTexts.Get("import.nothing") : TablesTexts.Get(done.Written ? "import.done" : "import.would", done.Count(RowChange.New), done.Count(RowChange.Changed), done.Count(RowChange.Gone));

    private static string Shown(string value) => value.Length == 0 ? TablesTexts.Get("change.nothing") : value;
}
