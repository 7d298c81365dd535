namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Marks the resources <c>DoctorTexts.resx</c> (German) and <c>DoctorTexts.en.resx</c>.</summary>
public sealed class DoctorTexts
{
    public static string Get(string key) => TextsOf<DoctorTexts>.Get(key);

    public static string Say(string key, params object[] values) => string.Format(System.Globalization.CultureInfo.CurrentCulture, Get(key), values);
}
