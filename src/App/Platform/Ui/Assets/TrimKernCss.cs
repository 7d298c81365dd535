using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Build task: leaves out of KERN's style sheet what no page uses (utility classes, grid, most icons), which is three quarters of it.
/// Compiled by MSBuild alone, never part of the application.
/// </summary>
public sealed class TrimKernCss : Task
{
    private static readonly HashSet<string> UnusedBlocks = new HashSet<string>(
        ("flex m mt mb ml mr mx my p pt pb pl pr px py gap justify align place order basis auto stack overflow self row col container grid " +
         "min max w h aspect inline block hidden " +
         "dropdown dialog loader kopfzeile task summary accordion number hgroup preline subline divider").Split(' '));

    private static readonly Regex Block = new Regex(@"\.kern-([a-z]+[a-z0-9]*)", RegexOptions.Compiled);
    private static readonly Regex Icon = new Regex(@"^\.kern-icon--([a-z-]+)", RegexOptions.Compiled);

    [Required]
    public string Source { get; set; }

    [Required]
    public string Target { get; set; }

    [Required]
    public string[] Icons { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Target)));
        File.WriteAllText(Target, Trim(File.ReadAllText(Source)));
        return true;
    }

    private string Trim(string css) => string.Join("\n", TopLevel(css).Select(TrimRule).Where(rule => rule.Length > 0));

    private string TrimRule(string rule)
    {
        var brace = rule.IndexOf('{');
        var selector = rule.Substring(0, brace);
        if (selector.StartsWith("[data-kern-theme=dark]", StringComparison.Ordinal)) return "@media screen{" + rule + "}";
        if (!selector.StartsWith("@media", StringComparison.Ordinal)) return IsUsed(selector) ? rule : "";
        var inner = Trim(rule.Substring(brace + 1, rule.Length - brace - 2));
        return inner.Length == 0 ? "" : OnPaper(selector) + "{" + inner + "}";
    }

    /// <summary>Paper is always light, whatever the screen shows.</summary>
    private static string OnPaper(string media) => media
        .Replace("@media (prefers-color-scheme: dark)", "@media screen and (prefers-color-scheme: dark)")
        .Replace("@media (prefers-color-scheme: light)", "@media print, (prefers-color-scheme: light)");

    private bool IsUsed(string selector)
    {
        var icon = Icon.Match(selector);
        if (icon.Success) return Icons.Contains(icon.Groups[1].Value);
        var block = Block.Match(selector);
        return !block.Success || !UnusedBlocks.Contains(block.Groups[1].Value);
    }

    /// <summary>Cuts a style sheet into its top-level rules. Braces inside quotes (pictures as data) do not count.</summary>
    private static IEnumerable<string> TopLevel(string css)
    {
        var depth = 0;
        var start = 0;
        var quote = '\0';
        for (var i = 0; i < css.Length; i++)
        {
            var c = css[i];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c == '"' || c == '\'') quote = c;
            else if (c == '{') depth++;
            else if (c == '}' && --depth == 0)
            {
                yield return css.Substring(start, i + 1 - start);
                start = i + 1;
            }
        }
    }
}
