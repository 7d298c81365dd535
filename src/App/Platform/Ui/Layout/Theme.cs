namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>Light, dark or as the operating system says; kept in a cookie, so that it works without script.</summary>
public static class Theme
{
    public const string Cookie = "resmon.theme";
    public const string System = "system";

    public static readonly string[] All = [System, "light", "dark"];

    public static string Of(HttpContext? http) =>
        http?.Request.Cookies[Cookie] is { } value && All.Contains(value) ? value : System;

    /// <summary>Value of <c>data-kern-theme</c>. Without the attribute KERN follows the system by itself.</summary>
    public static string? Attribute(HttpContext? http) => Of(http) is var theme && theme == System ? null : theme;
}
