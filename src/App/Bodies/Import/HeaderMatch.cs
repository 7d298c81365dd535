using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>Where the columns of a format stand in a table.</summary>
internal sealed class HeaderMatch
{
    private readonly Dictionary<ImportColumn, int> _positions = [];

    private HeaderMatch()
    {
    }

    public int? this[ImportColumn column] => _positions.TryGetValue(column, out var position) ? position : null;

    /// <summary>Null when the table cannot be read as this format; the reasons are among the errors.</summary>
    public static HeaderMatch? Find(IReadOnlyList<ImportColumn> columns, ImportRun import)
    {
        var match = new HeaderMatch();
        var unknown = new List<string>();
        foreach (var (position, name) in import.Table.Columns.Index())
        {
            if (name.Length == 0)
                continue;
            if (columns.FirstOrDefault(c => c.IsNamed(name)) is not { } column)
                unknown.Add(name);
            else if (!match._positions.TryAdd(column, position))
                import.HeaderError(ImportCode.ColumnTwice, name, import.Table.Columns[match._positions[column]], name);
        }

        var isStrange = !columns.Any(c => c.Need == ColumnNeed.Required && (match._positions.ContainsKey(c) || Near(c, unknown) is not null));
        if (isStrange)
            ReportStrange(columns, import);
        else
            match.ReportMissing(columns, unknown, import);
        return import.Errors.Total == 0 ? match : null;
    }

    private static void ReportStrange(IReadOnlyList<ImportColumn> columns, ImportRun import)
    {
        var wanted = columns.Where(c => c.Need != ColumnNeed.Unused).ToList();
        import.HeaderError(
            ImportCode.HeaderWrong,
            null,
            string.Join(", ", wanted.Select(c => c.German)),
            string.Join(", ", wanted.Select(c => c.English)),
            string.Join(", ", import.Table.Columns.Where(c => c.Length > 0)));
    }

    /// <summary>A misspelt heading must not pass for an absent column: the values under it would be lost without a word.</summary>
    private void ReportMissing(IReadOnlyList<ImportColumn> columns, List<string> unknown, ImportRun import)
    {
        foreach (var column in columns.Where(c => c.Need != ColumnNeed.Unused && !_positions.ContainsKey(c)))
        {
            if (Near(column, unknown) is { } near)
            {
                import.HeaderError(ImportCode.ColumnNear, near, near, column.German, column.English);
                unknown.Remove(near);
            }
            else if (column.Need == ColumnNeed.Required)
            {
                import.HeaderError(ImportCode.ColumnMissing, null, column.German, column.English);
            }
            else
            {
                import.Warnings.Add(() => ImportTexts.Problem(ImportCode.ColumnAbsent, column.German, column.English) with { Row = import.Table.HeaderRow });
            }
        }

        foreach (var name in unknown)
            import.Warnings.Add(() => ImportTexts.Problem(ImportCode.ColumnIgnored, name) with { Row = import.Table.HeaderRow, Column = ShownText.Of(name) });
    }

    private static string? Near(ImportColumn column, List<string> unknown) =>
        unknown.Find(u => Words.Nearest(ImportColumn.Fold(u), column.Names) is not null);
}
