using System.Globalization;
using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;

namespace ResilienceMonitor.Calibration.Pages;

/// <summary>Observations and bands in words.</summary>
internal static class OutageWords
{
    /// <summary>Days below this are said with a decimal.</summary>
    private const double FewDays = 2;

    public static string Milestone(Milestone milestone) => CalibrationTexts.Get($"milestone.{ObservationReader.Milestones.First(m => m.Value == milestone).Key}");

    public static string Cause(OutageCause cause) => CalibrationTexts.Get($"cause.{cause.ToString().ToLowerInvariant()}");

    /// <summary>The body and the year of its outage.</summary>
    public static string Name(KnownOutage outage) => outage.Start is { } start ? $"{outage.Name ?? outage.Id} ({start.Year})" : outage.Name ?? outage.Id;

    /// <summary>What of a milestone was observed: the service or the share; null: the milestone says it all.</summary>
    public static string? Part(Observation seen, ReferenceCatalogue catalogue) =>
        seen.Share is { } share ? share.ToString("0 %", CultureInfo.CurrentCulture)
        : seen.Milestone is Outages.Milestone.OwnService or Outages.Milestone.Substitute ? catalogue.Services[catalogue.ServiceOf(seen.Service)].Name.ToString()
        : null;

    /// <summary>"Tag 12", "Tag 12 bis 16", "nach Tag 180 noch nicht".</summary>
    public static string Seen(Observation seen) => seen.DayMax is not { } last ? CalibrationTexts.Get("seen.open", Day(seen.DayMin))
        : last > seen.DayMin ? CalibrationTexts.Get("seen.range", Day(seen.DayMin), Day(last))
        : CalibrationTexts.Get(seen.Mark == ObservationMark.Approximate ? "seen.about" : "seen.day", Day(last));

    public static string Band(DayBand band) => CalibrationTexts.Get("seen.band", Day(band.P10), Day(band.P90), Day(band.P50));

    /// <summary>True if most of what was observed lies inside the band.</summary>
    public static bool IsInside(JudgedRow row) => row.Score is { Covered: >= 0.5 };

    public static string Inside(JudgedRow row) => CalibrationTexts.Get(IsInside(row) ? "seen.inside" : "seen.outside");

    private static string Day(double day) => day.ToString(day < FewDays ? "0.#" : "0", CultureInfo.CurrentCulture);
}
