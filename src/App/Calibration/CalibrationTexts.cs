using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Calibration;

/// <summary>Marks the resources of the feature.</summary>
public sealed class CalibrationTexts
{
    private static readonly ResourceTexts Texts = new(typeof(CalibrationTexts));

    public static string Get(string key, params object[] values) => string.Format(null, TextsOf<CalibrationTexts>.Get(key), values);

    public static LocalText Both(string key, params object[] values) => Texts.Of(key, values);
}
