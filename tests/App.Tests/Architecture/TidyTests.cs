using System.Text.RegularExpressions;
using ResilienceMonitor.App.Tests.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Architecture;

/// <summary>Style as a test: no giant tails, no leftovers, no banned names.</summary>
public sealed partial class TidyTests
{
    private const int FileLines = 400;
    private const int PageLines = 120;
    private const int ScriptLines = 100;
    private const int MethodLines = 60;

    private static readonly IReadOnlyList<string> Sources = [.. new[] { "src", "tests", "bench" }
        .Select(d => Path.Combine(SharedData.Root, d)).Where(Directory.Exists)
        .SelectMany(d => Directory.EnumerateFiles(d, "*.*", SearchOption.AllDirectories))
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains($"wwwroot{Path.DirectorySeparatorChar}kern", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    [Fact]
    public void No_file_has_a_giant_tail()
    {
        var limits = new Dictionary<string, int> { [".cs"] = FileLines, [".razor"] = PageLines, [".js"] = ScriptLines };
        var measured = Sources.Where(f => limits.ContainsKey(Path.GetExtension(f))).ToList();
        Assert.True(measured.Count > 100, "Almost nothing was measured.");
        var tails = measured.Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > limits[Path.GetExtension(f.File)]);
        Assert.Empty(tails);
    }

    [Fact]
    public void No_method_is_longer_than_a_screen()
    {
        var long_ = Sources.Where(f => Path.GetExtension(f) == ".cs").SelectMany(LongMethods).ToList();
        Assert.Empty(long_);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var left = Sources.Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".js" or ".css" && Path.GetFileName(f) != "TidyTests.cs")
            .SelectMany(f => File.ReadLines(f).Where(l => Leftover().IsMatch(l)).Select(l => $"{f}: {l.Trim()}"));
        Assert.Empty(left);
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var vague = Sources.Where(f => f.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetExtension(f) == ".cs")
            .Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => VagueName().IsMatch(n));
        Assert.Empty(vague);
    }

    // A method begins at a line of one indentation level inside a type and ends with the brace at the same level.
    private static IEnumerable<string> LongMethods(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i] != "    {" || !lines[i - 1].TrimEnd().EndsWith(')')) continue;
            var end = Array.FindIndex(lines, i, l => l is "    }" or "    };");
            if (end - i > MethodLines) yield return $"{file}:{i}";
        }
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|Lorem ipsum", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"(Manager|Helper|Helpers|Util|Utils|Base|Impl|Dto)$", RegexOptions.CultureInvariant)]
    private static partial Regex VagueName();
}
