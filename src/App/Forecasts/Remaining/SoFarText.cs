using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>The text form of what is back, for programs and the command line: <c>service:identity-card:emergency@50</c>, <c>gate:forensics@216</c>.</summary>
public static class SoFarText
{
    /// <summary>All of them, or a refusal that names each that cannot be read.</summary>
    public static Result<IReadOnlyList<KnownReturn>> Read(IReadOnlyList<string> texts)
    {
        if (texts.Count > Limits.KnownReturns) return Refusal.Of<ForecastsTexts>("so-far.too-many", Limits.KnownReturns);
        var read = texts.Select(Read).ToList();
        return read.Contains(null)
            ? Refusal.Of<ForecastsTexts>("so-far.unreadable", string.Join(", ", read.Index().Where(r => r.Item is null).Select(r => r.Index + 1)))
            : read.OfType<KnownReturn>().ToList();
    }

    private static KnownReturn? Read(string text)
    {
        if (text.LastIndexOf('@') is not (var at and > 0) || text.IndexOf(':', StringComparison.Ordinal) is not (var colon and > 0) || colon > at) return null;
        if (!double.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)) return null;
        var (name, key, level) = (text[..colon], text[(colon + 1)..at], ServiceLevel.Own);
        if (key.LastIndexOf(':') is var last and > 0 && Named<ServiceLevel>(key[(last + 1)..]) is { } said) (key, level) = (key[..last], said);
        return Named<KnownThing>(name) is { } thing && key.Length > 0 ? new KnownReturn(thing, key, level, hours) : null;
    }

    private static T? Named<T>(string name) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => string.Equals(v.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).FirstOrDefault();
}
