using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Calibration.Outages;

/// <summary>One row of a file of outages by the names of its columns; collects what is wrong with it. Empty and <c>unknown</c> both mean not known.</summary>
internal sealed class OutageRow(string file, Table table, TableRow row, List<OutageProblem> problems)
{
    public string? Text(string column)
    {
        var at = table.Columns.ToList().FindIndex(c => c.Equals(column, StringComparison.OrdinalIgnoreCase));
        var text = at < 0 ? "" : row.Cells[at].Trim();
        return text.Length == 0 || text.Equals("unknown", StringComparison.OrdinalIgnoreCase) ? null : text;
    }

    public string Needed(string column)
    {
        if (Text(column) is { } text) return text;
        Problem("cell.empty", column);
        return "";
    }

    /// <summary>A number from 0 to <paramref name="most"/>.</summary>
    public double? Number(string column, double most)
    {
        if (Text(column) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        Problem("cell.number", column, text, most);
        return null;
    }

    public LocalDate? Date(string column)
    {
        if (Text(column) is not { } text) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date && date.Value.Year is >= 1950 and < 2200) return date.Value;
        Problem("cell.date", column, text);
        return null;
    }

    /// <summary>One of several words; null: empty, or a word that is refused.</summary>
    public T? Word<T>(string column, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (Text(column) is not { } text) return null;
        if (words.TryGetValue(text, out var value)) return value;
        Problem("cell.word", column, text, string.Join(", ", words.Keys));
        return null;
    }

    public void Problem(string code, params object[] values) => problems.Add(new(file, row.Number, CalibrationTexts.Both(code, values)));
}
