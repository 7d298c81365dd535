namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>Breaks a label into lines that fit a width. A word that is too long is divided, and what no line has room for ends in an ellipsis.</summary>
internal static class LabelLines
{
    /// <param name="text">The label.</param>
    /// <param name="characters">How many characters a line has room for.</param>
    /// <param name="lines">How many lines there may be.</param>
    public static IReadOnlyList<string> Of(string text, int characters, int lines)
    {
        var found = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Divided(w, characters)))
        {
            if (found[^1].Length == 0) found[^1] = word;
            else if (found[^1].Length + 1 + word.Length <= characters) found[^1] += $" {word}";
            else found.Add(word);
        }

        if (found.Count <= lines) return found;
        var last = found[lines - 1];
        return [.. found.Take(lines - 1), (last.Length < characters ? last : last[..(characters - 1)]).TrimEnd(',', ';', ':', '(') + "…"];
    }

    // After a hyphen if there is one near the end, else with a new hyphen.
    private static IEnumerable<string> Divided(string word, int characters)
    {
        while (word.Length > characters)
        {
            var hyphen = word.LastIndexOf('-', characters - 1);
            var cut = hyphen > characters / 3 ? hyphen + 1 : characters - 1;
            yield return word[..cut] + (hyphen == cut - 1 ? "" : "-");
            word = word[cut..];
        }

        yield return word;
    }
}
