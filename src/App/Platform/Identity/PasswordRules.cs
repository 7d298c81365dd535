using System.Text;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// What makes a password good enough: long, not one of those everybody tries first, and not one's own name. No rules about kinds of
/// characters: they make passwords hard to remember and easy to guess.
/// </summary>
public static class PasswordRules
{
    private const int ShortestName = 4;
    private const int FewestDifferent = 5;

    private static readonly HashSet<string> Common = Load();

    /// <summary>One form for what looks alike, whatever keyboard it was typed on.</summary>
    // U+FFFE is no letter, and .NET refuses to normalise it.
    public static string Normalised(string password) => password.Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC);

    /// <summary>What speaks against it; null: nothing.</summary>
    public static Refusal? Check(string password, params IEnumerable<string?> ownNames)
    {
        if (password.Length > SignInLimits.LongestPassword) return Refusal.Of<IdentityTexts>("password.too-long", SignInLimits.LongestPassword);
        var normal = Normalised(password);
        if (normal.EnumerateRunes().Count() < SignInLimits.PasswordLength) return Refusal.Of<IdentityTexts>("password.too-short", SignInLimits.PasswordLength);
        var folded = normal.ToLowerInvariant();
        if (Common.Contains(folded) || folded.Distinct().Count() < FewestDifferent || IsRow(folded)) return Refusal.Of<IdentityTexts>("password.common");
        return ownNames.SelectMany(Parts).Any(n => folded.Contains(n, StringComparison.Ordinal) && folded.Length - n.Length < SignInLimits.PasswordLength)
            ? Refusal.Of<IdentityTexts>("password.own-name") : null;
    }

    private static IEnumerable<string> Parts(string? name) =>
        Normalised(name ?? "").ToLowerInvariant().Split([' ', '.', '@', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= ShortestName);

    // 123456789012, abcdefghijkl and so on.
    private static bool IsRow(string text) => text.Zip(text.Skip(1), (a, b) => b - a).Count(d => d is 1 or -1 or 0) >= text.Length - 2;

    private static HashSet<string> Load()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonPasswords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Normalised)];
    }
}
