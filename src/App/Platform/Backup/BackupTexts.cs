namespace ResilienceMonitor.Platform.Backup;

/// <summary>Marks the resources <c>BackupTexts.resx</c> (German) and <c>BackupTexts.en.resx</c>.</summary>
public sealed class BackupTexts
{
    public static string Get(string key) => TextsOf<BackupTexts>.Get(key);

    public static string Say(string key, params object[] values) => string.Format(System.Globalization.CultureInfo.CurrentCulture, Get(key), values);
}
