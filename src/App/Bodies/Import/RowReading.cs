using System.Globalization;
using System.Text.RegularExpressions;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>Reads single values of a row and reports what is wrong with them.</summary>
internal static class RowReading
{
    private const int MaxPopulation = 20_000_000;

    /// <summary>More than three digits after the last sign would be a fraction; two different signs would be a number with both.</summary>
    private static readonly Regex Grouped = new(@"^\d{1,3}((\.\d{3})+|(,\d{3})+|(['’]\d{3})+)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>
    /// An official key of so many digits. Spreadsheet programs take keys for numbers and drop the zero in front; it is put back only when
    /// <paramref name="fits"/> confirms the result by something else in the row, because a digit may as well be missing elsewhere.
    /// </summary>
    public static string? OfficialKey(this ImportRow row, ImportColumn column, int digits, Func<string, bool> fits)
    {
        var key = WithoutBlanks(row[column]);
        if (key.Length == 0)
            row.Error(column, ImportCode.KeyMissing);
        else if (!key.All(char.IsAsciiDigit) || (key.Length != digits && (key.Length != digits - 1 || key[0] == '0')))
            row.Error(column, ImportCode.KeyDigits, row[column], digits);
        else if (key.Length == digits)
            return HasState(key) ? key : null;
        else if (!fits("0" + key))
            row.Error(column, ImportCode.KeyZeroLost, key, digits, "0" + key);
        else
            return Repaired("0" + key);
        return null;

        bool HasState(string whole)
        {
            if (BodyKeys.HasState(whole))
                return true;
            row.Error(column, ImportCode.KeyState, whole, whole[..2]);
            return false;
        }

        string Repaired(string whole)
        {
            row.Warn(column, ImportCode.KeyRepaired, key, whole);
            return whole;
        }
    }

    public static string? BodyName(this ImportRow row, ImportColumn column)
    {
        var name = row[column];
        if (name.Length == 0)
            row.Error(column, ImportCode.NameMissing);
        else if (name.Length > Limits.NameLength)
            row.Error(column, ImportCode.NameTooLong, Limits.NameLength);
        else if (!ShownText.IsPlain(name))
            row.Error(column, ImportCode.NameCharacters, name);
        else
            return name;
        return null;
    }

    /// <summary>Null: unknown, or wrong and reported.</summary>
    public static int? Population(this ImportRow row, ImportColumn column)
    {
        var shown = row[column];
        var text = WithoutBlanks(shown);
        if (text.Length == 0)
            return null;
        var grouped = Grouped.IsMatch(text);
        var digits = grouped ? string.Concat(text.Where(char.IsAsciiDigit)) : text;
        if (text[0] is '-' or '−' or '–' && (digits[1..].All(char.IsAsciiDigit) || Grouped.IsMatch(text[1..])) && text.Length > 1)
            row.Error(column, ImportCode.PopulationNegative, shown);
        else if (!digits.All(char.IsAsciiDigit))
            row.Error(column, ImportCode.PopulationNotNumber, shown);
        else if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var population) || population > MaxPopulation)
            row.Error(column, ImportCode.PopulationAbsurd, shown, MaxPopulation);
        else
            return Said(population);
        return null;

        int Said(int value)
        {
            if (grouped)
                row.Warn(column, ImportCode.PopulationGrouped, shown, value);
            return value;
        }
    }

    public static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
