using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Import;
using Xunit;
using static ResilienceMonitor.App.Tests.Tables.TableFiles;

namespace ResilienceMonitor.App.Tests.Tables;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_workbook_is_as_the_standard_wants_it_and_always_the_same(string language)
    {
        using var _ = new InLanguage(language);
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown(Key, 18_000);
        var file = await app.Export(TableFormat.Xlsx);
        Assert.Empty(Faults(file));
        Assert.Equal(file, await app.Export(TableFormat.Xlsx));
        Assert.Equal(await app.Export(TableFormat.Csv), await app.Export(TableFormat.Csv));
    }

    [Theory]
    [InlineData("de", TableFormat.Xlsx)]
    [InlineData("en", TableFormat.Csv)]
    public async Task The_template_explains_every_column_and_its_examples_are_no_rows(string language, TableFormat format)
    {
        using var _ = new InLanguage(language);
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown(Key, 18_000);
        var template = await app.Use<WriteTemplate, TablesFile>((u, _) => Task.FromResult(u.Run(format)));
        if (format == TableFormat.Xlsx) Assert.Empty(Faults(template.Bytes));
        var imported = await app.Import(template.Bytes, Take with { DryRun = true });
        Assert.Empty(imported.Errors);
        Assert.Empty(imported.Differences);
        Assert.Empty(imported.Questions);
        Assert.Equal(11, imported.Tables.Count);
    }

    [Fact]
    public async Task Limits_are_said_before_anything_is_kept()
    {
        using var _ = new InLanguage("de");
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown(Key, 18_000);
        var rows = string.Concat(Enumerable.Range(1, Limits.TableRows + 1).Select(n => $"v{n};V {n};Server\n"));
        var tooLong = await app.Import(Encoding.UTF8.GetBytes($"Schlüssel;Name;Art\n{rows}"));
        Assert.Equal("file.too-many-rows", Assert.Single(tooLong.Errors).Code);
        var many = string.Concat(Enumerable.Range(1, Limits.ItemsPerKind).Select(n => $"v{n};V {n};Server\n"));
        var refused = await app.Use<ImportTables, Result<TableImport>>((u, ct) => u.Run(Key, Encoding.UTF8.GetBytes($"Schlüssel;Name;Art\n{many}"), Take, ct));
        Assert.Equal("table.too-many", refused.Refusal?.Code);
    }

    [Fact]
    public async Task Groups_of_needs_are_known_by_what_is_in_them()
    {
        using var _ = new InLanguage("de");
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown(Key, 18_000, b => b with { Answers = b.Answers with { ProviderKnown = true } });
        await app.Import(Encoding.UTF8.GetBytes("Schlüssel;Name;Art\na;A;Server\nb;B;Server\nc;C;Server\nd;D;Server\n"));
        Assert.Equal("b|c+d", await Needs(app, "a;1;b\na;2;c\na;2;d\n"));
        Assert.Equal("b|c+d", await Needs(app, "a;7;d\n"));
        Assert.Equal("b|c+d|d", await Needs(app, "a;;d\na;1;b\na;9;d\n"));
        await app.Import(Needs("a;2;c\na;4;d\n"), Complete("needs"));
        Assert.Equal("c|d", Shown(await app.Model()));
        Assert.False((await app.Import(Needs("a;2;c\na;4;d\n"), Complete("needs"))).Written);
    }

    private static async Task<string> Needs(TestApp app, string rows)
    {
        Assert.Empty((await app.Import(Needs(rows))).Errors);
        return Shown(await app.Model());
    }

    private static byte[] Needs(string rows) => Encoding.UTF8.GetBytes($"Ressource (Schlüssel);Gruppe;Benötigt (Schlüssel)\n{rows}");

    private static string Shown(BodyModel model) => string.Join('|', model.Resources["a"].Needs.Select(g => string.Join('+', g.Members.Select(m => m.Resource))));

    private static IEnumerable<string> Faults(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator().Validate(document).Select(f => $"{f.Path?.XPath}: {f.Description}")];
    }
}
