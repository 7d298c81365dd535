using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Finds what a person types: anywhere in a name, upper and lower case alike; in numbers from their beginning, blanks ignored.</summary>
internal static class SearchText
{
    public static bool Matches(string? search, IEnumerable<string?> names, IEnumerable<string?> numbers)
    {
        if (string.IsNullOrWhiteSpace(search)) return true;
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.OfType<string>().Any(n => Array.TrueForAll(words, w => Names.Contain(n, w)))) return true;
        var digits = string.Concat(words);
        return numbers.OfType<string>().Any(n => n.StartsWith(digits, StringComparison.OrdinalIgnoreCase));
    }
}
