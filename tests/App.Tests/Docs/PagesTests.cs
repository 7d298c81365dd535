using System.Text.RegularExpressions;
using ResilienceMonitor.App.Tests.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Docs;

/// <summary>The documents name what exists.</summary>
public sealed partial class PagesTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages => Directory.EnumerateFiles(SharedData.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(SharedData.Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Append(Path.Combine(SharedData.Root, "catalogues", "README.md"))
        .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(SharedData.Root, f)));

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_within_the_project_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SharedData.Root, page))!;
        var targets = Link().Matches(File.ReadAllText(Path.Combine(SharedData.Root, page))).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal));
        Assert.All(targets, t => Assert.True(Path.Exists(Path.Combine(folder, t.Split('#')[0])), $"{page} links to {t}, which is not there."));
    }

    [Fact]
    public void Every_name_the_glossary_marks_stands_in_the_code()
    {
        var types = typeof(Features).Assembly.GetTypes().Concat(typeof(Simulation.OutageSimulation).Assembly.GetTypes())
            .Where(t => t.Namespace?.StartsWith("ResilienceMonitor", StringComparison.Ordinal) == true).ToList();
        var names = types.Select(t => t.Name.Split('`')[0]).Concat(types.SelectMany(t => t.IsEnum ? Enum.GetNames(t) : t.GetProperties().Select(p => p.Name))).ToHashSet();
        var marked = File.ReadLines(Path.Combine(SharedData.Root, "GLOSSARY.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(l => Marked().Matches(l.Split('|')[1]).Select(m => m.Groups[1].Value)).ToList();
        Assert.True(marked.Count > 40, "Almost no name was found.");
        Assert.Empty(marked.Except(names));
    }

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)#][^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Marked();
}
