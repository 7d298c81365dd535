namespace ResilienceMonitor.Platform.Identity;

/// <summary>Browser and system in words, so that people recognise their sessions; versions are left out.</summary>
public static class DeviceName
{
    // The order matters: Edge also calls itself Chrome, Chrome also Safari, Android also Linux.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string? Of(string? userAgent)
    {
        var words = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToList();
        return words.Count > 0 ? string.Join(", ", words) : null;
    }

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Name;
}
