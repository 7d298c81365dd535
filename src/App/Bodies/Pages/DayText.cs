using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Pages;

/// <summary>Days that links, keys and consents end, as typed and as shown.</summary>
internal static class DayText
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The end of that day, or null with an error.</summary>
    public static Instant? EndOf(this FieldErrors errors, string field, string? typed)
    {
        var read = LocalDatePattern.Iso.Parse(typed?.Trim() ?? "");
        if (!read.Success) read = LocalDatePattern.CreateWithInvariantCulture("d'.'M'.'yyyy").Parse(typed?.Trim() ?? "");
        if (read.Success) return Berlin.AtStartOfDay(read.Value.PlusDays(1)).ToInstant();
        errors.Add(field, PeopleTexts.Get("token.date"));
        return null;
    }

    /// <summary>The last day on which something that ends at this moment still holds.</summary>
    public static string LastDay(Instant end) => Day(end - Duration.FromSeconds(1));

    public static string Day(Instant at) => LocalDatePattern.Create(ConsentTexts.Get("date.day"), CultureInfo.CurrentCulture).Format(at.InZone(Berlin).Date);

    public static string Moment(Instant at) => LocalDateTimePattern.Create(ConsentTexts.Get("date.moment"), CultureInfo.CurrentCulture).Format(at.InZone(Berlin).LocalDateTime);
}
