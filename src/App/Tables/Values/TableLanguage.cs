using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Tables.Values;

/// <summary>How numbers and days are written in a table. Tables are written in one language and read in the one of their headings.</summary>
public sealed partial class TableLanguage
{
    public static readonly TableLanguage German = new(Languages.German);
    public static readonly TableLanguage English = new(Languages.English);

    private TableLanguage(CultureInfo culture) => Culture = culture;

    public static IReadOnlyList<TableLanguage> All { get; } = [German, English];

    /// <summary>The language of the request.</summary>
    public static TableLanguage Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? German : English;

    public CultureInfo Culture { get; }

    private bool IsGerman => this == German;

    /// <summary>All digits, so that reading gives the very same number.</summary>
    public string Number(double value)
    {
        var plain = decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && (double)exact == value
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
        return IsGerman ? plain.Replace('.', ',') : plain;
    }

    public string Day(LocalDate day) => IsGerman ? LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu").Format(day) : LocalDatePattern.Iso.Format(day);

    /// <summary>A number as people write it: 1.000,5 in German tables, 1,000.5 in English ones; a separator that cannot divide thousands is the decimal one.</summary>
    public double? ReadNumber(string text)
    {
        var compact = Blanks().Replace(text, "");
        var (group, point) = IsGerman ? ('.', ',') : (',', '.');
        if (Grouped(group, point).IsMatch(compact)) compact = compact.Replace(group.ToString(), "", StringComparison.Ordinal);
        return double.TryParse(compact.Replace('−', '-').Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
    }

    /// <summary>A day as people write it; null also for one that is not clear, such as 03/04/26.</summary>
    public static LocalDate? ReadDay(string text)
    {
        var day = text.Trim();
        if (day.EndsWith(" 00:00:00", StringComparison.Ordinal)) day = day[..^9];
        foreach (var pattern in Patterns)
            if (pattern.Parse(day) is { Success: true } parsed) return parsed.Value;
        return null;
    }

    private static readonly IReadOnlyList<LocalDatePattern> Patterns =
    [
        LocalDatePattern.Iso,
        .. new[] { "d.M.uuuu", "d. M. uuuu" }.Select(p => LocalDatePattern.CreateWithInvariantCulture(p)),
        LocalDatePattern.Create("d.M.yy", CultureInfo.InvariantCulture, new LocalDate(2000, 1, 1)),
        .. new[] { "d. MMMM uuuu", "d. MMM uuuu", "d.MMMM uuuu" }.Select(p => LocalDatePattern.Create(p, Languages.German)),
        .. new[] { "d MMMM uuuu", "MMMM d, uuuu" }.Select(p => LocalDatePattern.Create(p, Languages.English)),
    ];

    private static Regex Grouped(char group, char point) => group == '.' && point == ',' ? GermanGroups() : EnglishGroups();

    [GeneratedRegex(@"[\s'’]")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[-+−]?\d{1,3}(\.\d{3})+(,\d*)?$")]
    private static partial Regex GermanGroups();

    [GeneratedRegex(@"^[-+−]?\d{1,3}(,\d{3})+(\.\d*)?$")]
    private static partial Regex EnglishGroups();
}
