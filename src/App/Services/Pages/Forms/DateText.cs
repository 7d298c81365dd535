using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>Reads a day: as date fields post it, and as people type it where a browser has no date field.</summary>
internal static class DateText
{
    private static readonly LocalDatePattern[] Patterns =
        [LocalDatePattern.Iso, LocalDatePattern.Create("d.M.uuuu", CultureInfo.InvariantCulture), LocalDatePattern.Create("d/M/uuuu", CultureInfo.InvariantCulture)];

    public static LocalDate? Read(FieldErrors errors, string field, string? text, LocalDate? latest = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var date = Patterns.Select(p => p.Parse(text.Trim())).Where(r => r.Success).Select(r => (LocalDate?)r.Value).FirstOrDefault();
        if (date is null) errors.Add(field, ServicesTexts.Get("error.date"));
        if (date > latest) errors.Add(field, ServicesTexts.Get("error.date-future"));
        return date;
    }
}
