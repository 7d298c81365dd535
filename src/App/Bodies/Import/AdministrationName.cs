using System.Text.RegularExpressions;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>
/// Makes a name people use of the one in the official list: without titles after the comma, abbreviations written out, and with
/// the kind of association in front, because its seat often has the same name.
/// </summary>
internal static class AdministrationName
{
    /// <summary>A municipality in no association.</summary>
    public const string Free = "verbandsfreie-gemeinde";

    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["amt"] = "Amt ",
        ["samtgemeinde"] = "Samtgemeinde ",
        ["verbandsgemeinde"] = "Verbandsgemeinde ",
        ["verwaltungsgemeinschaft"] = "Verwaltungsgemeinschaft ",
        ["verwaltungsverband"] = "Verwaltungsverband ",
        ["kirchspielslandgemeinde"] = "Kirchspielslandgemeinde ",
        // One municipality that administers its neighbours: it goes by its own name.
        ["erfüllende-gemeinde"] = "",
    };

    private static readonly (string Short, string Long)[] Abbreviations =
        [("VVG ", "Vereinbarte Verwaltungsgemeinschaft "), ("GVV ", "Gemeindeverwaltungsverband ")];

    private static readonly Regex Blanks = new(@"\s+", RegexOptions.NonBacktracking);
    private static readonly Regex Slash = new(@"\s*/\s*", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Types => [Free, .. Prefixes.Keys];

    public static bool IsJoint(string type) => Prefixes.ContainsKey(type);

    public static string Shown(string name, string type)
    {
        var bare = WithoutTitles(name).Replace(" (VGem)", "", StringComparison.Ordinal);
        foreach (var (abbreviation, words) in Abbreviations)
        {
            if (bare.StartsWith(abbreviation, StringComparison.Ordinal))
                return words + bare[abbreviation.Length..];
        }

        var prefix = Prefixes.GetValueOrDefault(type, "");
        return bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? bare : prefix + bare;
    }

    /// <summary>In this list a comma only ever divides a name from its titles: "Solingen, Klingenstadt", "Dachau, GKSt".</summary>
    public static string WithoutTitles(string name)
    {
        var bare = name.Split(',')[0].Trim();
        return bare.Length == 0 ? name : Slash.Replace(Blanks.Replace(bare, " "), "/");
    }
}
