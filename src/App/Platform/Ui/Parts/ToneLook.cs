namespace ResilienceMonitor.Platform.Ui.Parts;

internal static class ToneLook
{
    /// <summary>Name of the icon and ending of the style class in KERN.</summary>
    public static string Kern(this Tone tone) => tone.ToString().ToLowerInvariant();
}
