using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Architecture;

/// <summary>
/// The program is no record of what persons get done, and staff councils may ask for the proof: nothing is counted, sorted or filtered by person, no
/// page shows when somebody was last here or how fast they answered, and a private number is there only when it was given.
/// </summary>
public sealed partial class NoRecordOfPersonsTests
{
    private static readonly string App = Path.Combine(SharedData.Root, "src", "App");

    private static readonly IReadOnlyList<(string Name, string Text)> Files = [.. Directory.EnumerateFiles(App, "*.*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !Regex.IsMatch(f, @"[\\/](obj|bin|Migrations|node_modules)[\\/]"))
        .Select(f => (f[App.Length..].Replace('\\', '/'), File.ReadAllText(f)))];

    [Fact]
    public void When_somebody_was_last_here_is_for_that_person_alone()
    {
        var shown = Files.Where(f => f.Text.Contains("LastSeenAt", StringComparison.Ordinal)).Select(f => f.Name).ToList();
        Assert.NotEmpty(shown);

        // Sessions are kept in Identity; the one page that lists them is the person's own account.
        Assert.All(shown, f => Assert.Matches("^/Platform/Identity/", f));
        Assert.All(shown.Where(f => f.EndsWith(".razor", StringComparison.Ordinal)), f => Assert.Matches("Account|Session", f));
    }

    [Fact]
    public void Nothing_is_counted_sorted_or_filtered_by_person()
    {
        Assert.True(ByPerson().IsMatch("events.GroupBy(e => e.Actor)"), "The rule finds nothing.");
        Assert.True(ByPerson().IsMatch("x.Where(e => e.Actor == a)"), "The rule finds nothing.");
        Assert.Empty(Files.Where(f => ByPerson().IsMatch(f.Text)).Select(f => f.Name));
    }

    [Fact]
    public async Task No_column_keeps_what_a_person_got_done()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var columns = await app.Use<AppDb, List<string>>((db, _) => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()}")).ToList()));
        Assert.Contains("sessions.last_seen_at", columns);
        Assert.Equal(["api_tokens.last_used_at", "sessions.last_seen_at"], columns.Where(c => Watching().IsMatch(c)).Order());
    }

    [Fact]
    public void A_private_number_is_read_only_where_it_can_be_missing() =>
        Assert.All(Files.Where(f => f.Text.Contains("PhoneNumber", StringComparison.Ordinal)), f => Assert.Matches("^/Platform/Identity/", f.Name));

    [Fact]
    public void The_pages_say_so()
    {
        Assert.Contains(Files, f => f.Name.EndsWith("MembersPage.razor", StringComparison.Ordinal) && f.Text.Contains("people.rule", StringComparison.Ordinal));
        Assert.Contains(Files, f => f.Name.EndsWith("TrailViewPage.razor", StringComparison.Ordinal) && f.Text.Contains("trail.rule", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\.(GroupBy|CountBy|OrderBy|OrderByDescending|ThenBy|ThenByDescending|ToLookup|AggregateBy|Where|Count)\(\s*\w+\s*=>\s*(\w+\s*(==|!=)\s*)?\w+\.Actor\b")]
    private static partial Regex ByPerson();

    [GeneratedRegex(@"(last_(active|login|seen|used|sign)|answered_in|duration_of|response_time|login_count|count_of)", RegexOptions.IgnoreCase)]
    private static partial Regex Watching();
}
