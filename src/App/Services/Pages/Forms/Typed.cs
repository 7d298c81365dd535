namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>Text of a form against what stood there: what was not touched keeps its value to the last digit.</summary>
internal static class Typed
{
    public const string Yes = "true";
    public const string No = "false";

    public static string Number(double value) => value.ToString("0.###");

    /// <summary>An estimate without digits nobody can know.</summary>
    public static string Estimate(double value) => value.ToString(Math.Abs(value) >= 10 ? "0" : "0.##");

    public static string? Number(double? value) => value is { } number ? Number(number) : null;

    public static string Percent(double share) => (share * 100).ToString("0.##");

    public static string? Tick(bool value) => value ? Yes : null;

    public static bool Same(string? typed, string? shown) => (typed ?? "").Trim() == (shown ?? "").Trim();

    /// <summary>The present value if the field still says what it showed, else what <paramref name="read"/> makes of it.</summary>
    public static T Keep<T>(string? typed, string? shown, T now, Func<T> read) => Same(typed, shown) ? now : read();
}
