using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Calibration;
using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Country;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Jobs.House;
using Xunit;

namespace ResilienceMonitor.App.Tests.Docs;

/// <summary>docs/command-line.md names what there is and nothing else.</summary>
public sealed partial class CommandLineDocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Root, "docs", "command-line.md"));
    private static readonly CommandContext Context = new(new CommandOutput(TextWriter.Null, TextWriter.Null, Interactive: false), Features.Add);
    private static readonly IReadOnlyDictionary<string, Command> Commands = Features.Verbs.Select(v => v.Build(Context)).ToDictionary(c => c.Name);

    private static readonly string?[] DocumentNamespaces = [.. new[] { typeof(ForecastDocument), typeof(CountryDocument), typeof(RemainingDocument), typeof(JobsDocument), typeof(ValidationDocument), typeof(Summary) }.Select(t => t.Namespace)];

    public static IEnumerable<TheoryDataRow<string>> Verbs => Commands.Keys.Select(v => new TheoryDataRow<string>(v));

    [Theory, MemberData(nameof(Verbs))]
    public void Every_option_of_a_verb_is_described(string verb)
    {
        var section = Section($"resmon {verb}");
        Assert.All(Commands[verb].Options, o => Assert.Contains($"`{o.Name}", section, StringComparison.Ordinal));
        Assert.All(Commands[verb].Arguments, a => Assert.Contains($"`{a.Name.ToUpperInvariant()}`", section, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void No_option_is_described_that_a_verb_does_not_have(string verb)
    {
        var known = Commands[verb].Options.Select(o => o.Name).Append(Context.Data.Name).ToHashSet();
        Assert.Empty(OptionName().Matches(Section($"resmon {verb}")).Select(m => m.Value).Except(known));
    }

    [Fact]
    public void No_verb_is_described_that_does_not_exist() =>
        Assert.Equal(Commands.Keys.Order(), VerbHeading().Matches(Page).Select(m => m.Groups[1].Value).Order());

    [Fact]
    public void Every_exit_code_is_described()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (int)f.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Order(), ExitCodeRow().Matches(Section("Exit codes")).Select(m => int.Parse(m.Groups[1].Value, null)).Order());
    }

    [Fact]
    public void Every_environment_variable_is_described()
    {
        var read = Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src", "App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Variable().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        Assert.Contains("RESMON_DATA", read);
        Assert.All(read, v => Assert.Contains($"`{v}`", Section("Environment variables"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(ForecastDocument), "simulate")]
    [InlineData(typeof(CountryDocument), "simulate --administrations")]
    [InlineData(typeof(RankingDocument), "rank")]
    [InlineData(typeof(RemainingDocument), "remaining")]
    [InlineData(typeof(JobsDocument), "jobs")]
    [InlineData(typeof(ValidationDocument), "validate")]
    public void Every_field_of_a_document_is_described_and_nothing_else(Type document, string verb)
    {
        var section = Section($"What `{verb} --json` writes");
        var fields = Fields(document).Select(JsonNamingPolicy.CamelCase.ConvertName).ToHashSet();
        Assert.True(fields.Count > 10, "Almost no field was found.");
        var described = FieldRow().Matches(section).SelectMany(r => Field().Matches(r.Groups[1].Value)).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Equal(fields.Order(), described.Order());
    }

    private static string Section(string heading)
    {
        var start = Page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/command-line.md has no section “{heading}”.");
        var end = Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static IEnumerable<string> Fields(Type type) => type.GetProperties().SelectMany(p => Fields(ElementOf(p.PropertyType)).Append(p.Name)).Distinct();

    // Of values that are no record of the document, such as numbers, there are no further fields.
    private static Type ElementOf(Type type)
    {
        while (type.IsGenericType) type = type.GetGenericArguments()[^1];
        return DocumentNamespaces.Contains(type.Namespace) ? type : typeof(object);
    }

    [GeneratedRegex(@"--[a-z]+(?:-[a-z]+)*")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^## resmon ([a-z]+(?:-[a-z]+)*)$", RegexOptions.Multiline)]
    private static partial Regex VerbHeading();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex("GetEnvironmentVariable\\(\"([A-Z_]+)\"\\)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| (`[^|]*`) \|", RegexOptions.Multiline)]
    private static partial Regex FieldRow();

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex Field();
}
