namespace ResilienceMonitor.Platform.Web;

/// <summary>The oldest .NET runtime without known holes that matter to a web server.</summary>
internal static class RuntimeVersion
{
    /// <summary>CVE-2026-88092 and CVE-2026-70188 are mended in it.</summary>
    public static readonly Version Oldest = new(10, 0, 13);

    /// <summary>A sentence for whoever runs an older one; null: new enough.</summary>
    public static string? Warning(Version running) =>
        running < Oldest ? string.Format(null, PlatformTexts.Get("start.runtime-old"), running, Oldest) : null;
}
