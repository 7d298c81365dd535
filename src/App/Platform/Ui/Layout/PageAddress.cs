using Microsoft.AspNetCore.Components;

namespace ResilienceMonitor.Platform.Ui.Layout;

/// <summary>The address of the page at hand, with some of its query changed and the rest as it is.</summary>
public static class PageAddress
{
    /// <param name="navigation">Of the request.</param>
    /// <param name="query">Names and new values; null takes the name out.</param>
    public static string Here(this NavigationManager navigation, params IEnumerable<(string Name, object? Value)> query) =>
        $"/{navigation.ToBaseRelativePath(navigation.GetUriWithQueryParameters(query.ToDictionary(q => q.Name, q => q.Value)))}";
}
