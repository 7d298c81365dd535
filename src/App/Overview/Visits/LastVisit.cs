using System.Globalization;
using NodaTime;

namespace ResilienceMonitor.Overview.Visits;

/// <summary>When somebody was last on the start page before this visit, kept in their own browser. A visit ends when nothing is asked for some hours.</summary>
internal static class LastVisit
{
    public const string Cookie = "resmon.visit";
    private static readonly Duration Pause = Duration.FromHours(4);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>End of the visit before; null: there was none, or nobody knows.</summary>
    public static Instant? Note(HttpContext http, Instant now)
    {
        var (before, seen) = Read(http.Request.Cookies[Cookie], now);
        if (seen is { } last && now - last > Pause) before = last;
        if (!http.Response.HasStarted)
            http.Response.Cookies.Append(Cookie, $"{Written(before)}.{Written(now)}", new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = Kept, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        return before;
    }

    private static (Instant? Before, Instant? Seen) Read(string? cookie, Instant now) =>
        cookie?.Split('.') is [var before, var seen] ? (Moment(before, now), Moment(seen, now)) : (null, null);

    // Whatever a browser sends: nothing later than now, and nothing that is no moment.
    private static Instant? Moment(string text, Instant now) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds <= now.ToUnixTimeSeconds() ? Instant.FromUnixTimeSeconds(seconds) : null;

    private static string Written(Instant? moment) => (moment?.ToUnixTimeSeconds() ?? 0).ToString(CultureInfo.InvariantCulture);
}
