using System.Reflection;
using System.Text.RegularExpressions;
using ResilienceMonitor.App.Tests.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Architecture;

/// <summary>The fixed order of the features: each may use those above it and the platform; the platform knows none of them.</summary>
public sealed partial class FeatureOrderTests
{
    private static readonly string App = Path.Combine(SharedData.Root, "src", "App");

    [Fact]
    public void Every_folder_of_the_application_stands_in_the_order()
    {
        var folders = Directory.EnumerateDirectories(App).Select(d => Path.GetFileName(d)!).Except(["wwwroot", "node_modules", "obj", "bin", "Properties"]).ToHashSet();
        Assert.Equal(Features.Order.ToHashSet(), folders);
    }

    [Fact]
    public void A_feature_uses_only_what_stands_above_it()
    {
        var uses = Features.Order.SelectMany(UsesOf).ToList();

        // Without these the test would have looked at nothing.
        Assert.Contains(uses, u => u is { From: "Forecasts", To: "Measures" });
        Assert.Contains(uses, u => u is { From: "Overview", To: "Forecasts" });
        var wrong = uses.Where(u => Position(u.To) > Position(u.From)).Distinct()
            .Select(u => $"{u.File}: {u.From} uses {u.To}. The direction is {u.To} -> {u.From}; move what both need up.").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Libraries_beside_the_application_reference_nothing()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(p => Path.GetFileName(p) != "App.csproj").ToList();
        Assert.NotEmpty(projects);
        foreach (var project in projects)
            Assert.DoesNotMatch("<(Package|Project|Framework)Reference", File.ReadAllText(project));
        var outside = Assembly.Load("ResilienceMonitor.Simulation").GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(outside);
    }

    private static IEnumerable<(string From, string To, string File)> UsesOf(string feature) =>
        Directory.EnumerateFiles(Path.Combine(App, feature), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            // Migrations are written by a program and name the types of all features as text.
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Reference().Matches(File.ReadAllText(f)).Select(m => (From: feature, To: m.Groups["to"].Value, File: Path.GetRelativePath(App, f))))
            .Where(u => u.To != u.From && Features.Order.Contains(u.To));

    private static int Position(string feature) => Features.Order.ToList().IndexOf(feature);

    // Namespaces in using lines and in code; inside the application's namespace a feature can also be named without its prefix.
    [GeneratedRegex(@"(?:using\s+ResilienceMonitor\.|\bResilienceMonitor\.|(?<![\w.])(?=\w+\.\w))(?<to>Platform|Bodies|Services|Scenarios|Measures|Tables|Calibration|Forecasts|Reports|Handbook|Overview)\b(?=[.;])")]
    private static partial Regex Reference();
}
