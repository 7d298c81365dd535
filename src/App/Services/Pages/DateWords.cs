using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Days and moments as people write them, in the language of the request.</summary>
internal static class DateWords
{
    public static string Day(LocalDate date) => LocalDatePattern.Create(ServicesTexts.Get("date.day"), CultureInfo.CurrentCulture).Format(date);

    /// <param name="at">The moment.</param>
    /// <param name="zone">IANA zone of the body.</param>
    public static string Moment(Instant at, string zone) =>
        LocalDateTimePattern.Create(ServicesTexts.Get("date.moment"), CultureInfo.CurrentCulture).Format(at.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime);

    public static LocalDate Today(IClock clock, string zone) => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
}
