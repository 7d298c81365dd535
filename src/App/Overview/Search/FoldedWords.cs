using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Overview.Search;

/// <summary>What a person searches for: every word must stand somewhere, as a part of a word too; "Buergerbuero" finds "Bürgerbüro", and the other way round.</summary>
public sealed class FoldedWords
{
    private readonly IReadOnlyList<string> words;

    public FoldedWords(string typed) => words = [.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public bool Any => words.Count > 0;

    public bool Match(params IEnumerable<string?> texts)
    {
        var text = string.Join(' ', texts.OfType<string>());
        var folded = Fold(text);
        return words.All(w => Names.Contain(text, w) || folded.Contains(Fold(w), StringComparison.Ordinal));
    }

    private static string Fold(string text) => text.ToLowerInvariant()
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
}
