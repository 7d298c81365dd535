using ResilienceMonitor.App.Tests.Platform.Files;
using ResilienceMonitor.Bodies.Import;
using Xunit;
using static ResilienceMonitor.App.Tests.Bodies.Import.Importing;

namespace ResilienceMonitor.App.Tests.Bodies.Import;

public sealed class HeaderTests
{
    [Fact]
    public async Task A_strange_header_is_answered_with_the_expected_columns()
    {
        var error = (await Plan("Vorname;Telefon\nEva;123\n")).AssertError(ImportCode.HeaderWrong, 1, null);
        Assert.Contains("Schlüssel, Name, Art, Kreis, Einwohner, Dienstleister", error.Text.De, StringComparison.Ordinal);
        Assert.Contains("key, name, kind, district, population, provider", error.Text.En, StringComparison.Ordinal);
        Assert.Contains("Vorname, Telefon", error.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_heading_is_an_error_with_the_nearest_name_even_if_the_column_is_optional()
    {
        var error = (await Plan("Schlüssel;Name;Art;Kreis;Einwhoner;Dienstleister\n05958000;HSK;Kreis;;1;\n")).AssertError(ImportCode.ColumnNear, 1, "Einwhoner");
        Assert.Contains("Gemeint ist wohl „Einwohner“", error.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_missing_column_is_named()
    {
        var plan = await Plan("Schlüssel;Einwohner\n05958000;1\n");
        Assert.Equal([ImportCode.ColumnMissing, ImportCode.ColumnMissing], plan.Errors.Select(e => e.Code));
        Assert.Equal("The column “kind” (Art) is missing.", plan.Errors[1].Text.En);
    }

    [Fact]
    public async Task What_is_optional_or_unknown_is_a_warning()
    {
        var plan = await Plan("key;name;kind;district;population;Bemerkung\n05958000;HSK;district;;1;x\n");
        Assert.Empty(plan.Errors);
        Assert.Equal([ImportCode.ColumnAbsent, ImportCode.ColumnIgnored], plan.Warnings.Select(w => w.Code));
        Assert.Null(plan.Bodies[0].Content.Answers.ProviderKnown);
    }

    [Fact]
    public async Task Two_headings_for_one_thing_are_refused() =>
        (await Plan("key;AGS;name;kind;district;population;provider\n1;2;x;district;;;\n")).AssertError(ImportCode.ColumnTwice, 1, "AGS");

    [Fact]
    public async Task The_order_of_columns_does_not_matter()
    {
        var plan = await Plan("provider,population,district,kind,name,key\nSIT,261000,,district,Hochsauerlandkreis,05958000\n");
        Assert.Empty(plan.Errors);
        Assert.Equal(261_000, Assert.Single(plan.Bodies).Content.Population);
    }

    [Fact]
    public void Every_code_has_a_sentence_in_both_languages() => TwoLanguages.AssertComplete("src/App/Bodies/Import/ImportTexts", typeof(ImportCode));
}
