using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ResilienceMonitor.App.Tests.Api;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.App.Tests.Reports;
using ResilienceMonitor.App.Tests.Tables;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Reports;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Export;
using Xunit;

namespace ResilienceMonitor.App.Tests.Hostile;

/// <summary>What people, lists and programs write stays text, wherever it goes.</summary>
public sealed class HostileTextsTests
{
    private const string Town = "ags:05958004";
    private static readonly HashSet<string> Known = new(HostileTexts.All, StringComparer.Ordinal);
    private static readonly (string, string) New = ("If-None-Match", "*");

    [Fact]
    public void There_are_two_thousand() => Assert.True(HostileTexts.All.Distinct(StringComparer.Ordinal).Count() >= 2_000, $"{HostileTexts.All.Distinct(StringComparer.Ordinal).Count()}");

    [Theory, EveryDatabase]
    public async Task Each_comes_back_as_it_went_in(TestApp app)
    {
        var hostile = await Fill(app);
        Assert.True(hostile.Texts.Distinct(StringComparer.Ordinal).Count() >= 2_000, $"{hostile.Texts.Count}");
        var exported = JsonNode.Parse((await app.Use<ExportPackage, Result<string>>((u, ct) => u.Body(Town, ct))).Value)!;
        Assert.Equal(Texts(JsonNode.Parse(hostile.Package)!).Order(StringComparer.Ordinal), Texts(exported).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_no_letter_breaks_neither_words_nor_passwords()
    {
        Assert.All(HostileTexts.Kept, t => Assert.NotNull(Words.Fold(t)));
        Assert.All(HostileTexts.All, t => Assert.NotNull(PasswordRules.Normalised(t)));
    }

    [Theory, EveryDatabase]
    public async Task A_comment_is_kept_as_it_is_or_refused_with_a_sentence(TestApp app)
    {
        var body = await app.CreateTown(Town, 18_000);
        var items = (await app.Model()).Services.Keys.ToList();
        foreach (var (n, text) in HostileTexts.All.Index())
        {
            var key = items[n / Limits.CommentsPerItem];
            var added = await app.Use<Discussion, Result<Guid>>((d, ct) => d.Add(body, "services", key, text, ct));
            if (added.Refusal is { } refusal) Assert.StartsWith("comment.", refusal.Code, StringComparison.Ordinal);
        }

        var kept = (await app.Use<Discussion, IReadOnlyList<Comment>>((d, ct) => d.Newest(body.BodyId, ct))).Select(c => c.Text).ToHashSet(StringComparer.Ordinal);
        Assert.True(kept.Count > 1_900, $"{kept.Count}");
        Assert.Subset(HostileTexts.All.Select(t => t.Trim()).ToHashSet(StringComparer.Ordinal), kept);
    }

    [Fact]
    public async Task No_cell_of_a_table_is_a_formula()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await Fill(app);
        var cells = 0;
        using (var workbook = new ZipArchive(new MemoryStream(await app.Export(TableFormat.Xlsx))))
            foreach (var entry in workbook.Entries)
            {
                Assert.DoesNotMatch("external|vba|embed|comments|\\.bin", entry.FullName);
                await using var part = await entry.OpenAsync(TestContext.Current.CancellationToken);
                var root = XDocument.Load(part).Root!;
                Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "f" or "hyperlink" or "ddeLink" or "oleLink");
                Assert.DoesNotContain(root.DescendantsAndSelf().Attributes("TargetMode"), a => a.Value == "External");
                cells += root.Descendants().Count(e => e.Name.LocalName == "t" && e.Value.Contains(HostileTexts.Mark, StringComparison.Ordinal));
            }

        Assert.True(cells > 300, $"{cells}");
        using var tables = new ZipArchive(new MemoryStream(await app.Export(TableFormat.Csv)));
        foreach (var entry in tables.Entries)
        {
            await using var part = await entry.OpenAsync(TestContext.Current.CancellationToken);
            var bytes = new MemoryStream();
            await part.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            foreach (var cell in CellsOf(Encoding.UTF8.GetString(bytes.ToArray()))) Assert.DoesNotMatch(@"^\s*[=+\-@＝＋－＠].*" + HostileTexts.Mark, cell);
        }
    }

    [Fact]
    public async Task Papers_stay_sound_files()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await Fill(app);
        foreach (var kind in Enum.GetValues<ReportKind>())
        {
            var file = (await CouncilPaperTests.Write(app, kind, CouncilPaperTests.Asked(), Languages.German)).Bytes;
            OfficeFile.MustBeValid(file, kind == ReportKind.Slides);
            using var archive = new ZipArchive(new MemoryStream(file));
            Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("embed", StringComparison.OrdinalIgnoreCase));
            foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
            {
                await using var part = await entry.OpenAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain(XDocument.Load(part).Descendants().Attributes("TargetMode"), a => a.Value == "External");
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_program_gets_back_what_it_sent_and_half_letters_are_refused(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var log = LogWatch.On(host.Server.Services);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        foreach (var (n, text) in HostileTexts.All.Index().Where(t => t.Index % 13 == 0))
        {
            var address = $"/api/v1/bodies/ags%3A11111111/measures/m{n}";
            var made = await host.Send(token, "PUT", address, Measure(JsonValue.Create(text).ToJsonString()), New);
            Assert.True(made.Status == (HostileTexts.Kept.Contains(text) ? 201 : 422), $"{text}: {made.Text}");
            if (made.Status == 422) continue;
            Assert.Equal(text, (string?)(await host.Send(token, "GET", address)).Json["name"]);
        }

        foreach (var half in HostileTexts.Halves.Append("\\u0000"))
        {
            var refused = await host.Send(token, "PUT", "/api/v1/bodies/ags%3A11111111/measures/half", Measure($"\"{half}\""), New);
            Assert.True(refused.Status is 400 or 422, $"{half}: {refused.Status} {refused.Text}");
            var package = await host.Send(await host.Token(towns.A, [Role.BodyAdministrator]), "POST", "/api/v1/packages", Package(half));
            Assert.True(package.Status is 400 or 422, $"{half}: {package.Status} {package.Text}");
        }

        Assert.Empty(log.Hostile);
    }

    /// <summary>A town and its provider with models of their own, every text of them hostile.</summary>
    private static async Task<HostileTown> Fill(TestApp app)
    {
        await app.CreateTown("provider:x", 0, b => b with { Kind = BodyKind.Provider });
        await app.CreateTown(Town, 18_000, b => b with { Providers = ["provider:x"], Answers = b.Answers with { ProviderKnown = true } });
        foreach (var key in new[] { "provider:x", Town }) Assert.Null((await app.Use<AdoptModel, Result<Body>>((u, ct) => u.Run(key, ct))).Refusal);
        var hostile = HostileTown.Of((await app.Use<ExportPackage, Result<string>>((u, ct) => u.Body(Town, ct))).Value);
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(hostile.Package));
        var imported = await app.Use<ImportPackage, Result<ImportedPackage>>((u, ct) => u.Run(file, false, ct));
        Assert.True(imported.Refusal is null, $"{imported.Refusal}");
        return hostile;
    }

    private static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => [.. map.SelectMany(p => Texts(p.Value))],
        JsonArray list => [.. list.SelectMany(Texts)],
        JsonValue value when value.TryGetValue<string>(out var text) && Known.Contains(text) => [text],
        _ => [],
    };

    private static string Measure(string name) =>
        $$$"""{"name":{{{name}}},"effects":[{"parameter":"backupUsable","operation":"set","value":0.9}],"origin":{"kind":"person","date":"2026-11-21"}}""";

    private static string Package(string name) =>
        $$$$$$"""{"format":"resmon-package","version":1,"bodies":[{"key":"ags:33333333","items":{"bodies":{"ags:33333333":{"kind":"municipality","name":"{{{{{{name}}}}}}","origin":{"kind":"person","date":"2026-11-21"}}}}}]}""";

    // Texts keep their line breaks within quotes.
    private static IEnumerable<string> CellsOf(string csv)
    {
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in csv)
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is ';' or '\n' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else cell.Append(c);
    }
}
