using System.Text;
using ResilienceMonitor.App.Tests.Platform.Files;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using Xunit;
using static ResilienceMonitor.App.Tests.Bodies.Import.Importing;

namespace ResilienceMonitor.App.Tests.Bodies.Import;

public sealed class RegionListTests
{
    private const string District = "05958000;Hochsauerlandkreis;district;;261000;SIT";
    private const string Arnsberg = "05958004;Arnsberg;municipality;05958000;74000;SIT";

    [Fact]
    public async Task A_row_becomes_a_body_with_its_provider_and_region()
    {
        var plan = await Plan(Header + District + "\n" + Arnsberg, "Sauerland.CSV");
        Assert.Empty(plan.Errors);
        Assert.Empty(plan.Warnings);
        var body = plan.Bodies[1];
        Assert.Equal("ags:05958004", body.Key);
        Assert.Equal(3, body.Row);
        Assert.Equal("Arnsberg", body.Content.Name);
        Assert.Equal((BodyKind.Municipality, LegalStatus.Municipality, "05", 74_000, "ags:05958000"),
            (body.Content.Kind, body.Content.LegalStatus, body.Content.State, body.Content.Population, body.Content.District));
        Assert.Equal(["provider:sit"], body.Content.Providers);
        Assert.True(body.Content.Answers.ProviderKnown);
        Assert.Equal(new Origin(OriginKind.Import, Today, "Sauerland.CSV"), body.Content.Origin);
        var provider = Assert.Single(plan.Providers);
        Assert.Equal(("provider:sit", "SIT", BodyKind.Provider, LegalStatus.None),
            (provider.Key, provider.Content.Name, provider.Content.Kind, provider.Content.LegalStatus));
        Assert.Equal("region:sauerland", plan.Region!.Key);
        Assert.Equal("sauerland", plan.Region.Content.Name);
        Assert.Equal(["ags:05958000", "ags:05958004"], plan.Region.Content.Members);
        Assert.Equal("provider:sit", plan.Region.Provider);
    }

    [Fact]
    public async Task German_headings_in_windows_encoding_with_semicolons_give_the_same_bodies()
    {
        const string german = "AGS;Gemeinde;Art;Kreis;Einwohner (31.12.2023);IT-Dienstleister\r\n05962000;Märkischer Kreis;Kreis;;408.000;SIT\r\n05962032;Lüdenscheid;Stadt;Märkischer Kreis;71 500;SIT\r\n";
        var plan = await Plan(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(german));
        Assert.Empty(plan.Errors);
        Assert.Equal(["Märkischer Kreis", "Lüdenscheid"], plan.Bodies.Select(b => b.Content.Name));
        Assert.Equal([408_000, 71_500], plan.Bodies.Select(b => b.Content.Population));
        Assert.Equal("ags:05962000", plan.Bodies[1].Content.District);
        plan.AssertWarning(ImportCode.PopulationGrouped, 2, "Einwohner (31.12.2023)");
    }

    [Fact]
    public async Task A_workbook_gives_the_same_bodies_and_its_cells_are_named()
    {
        var plan = await Plan(WorkbookFile.Of(["key", "name", "kind", "district", "population", "provider"], ["05958004", "Arnsberg", "municipality", "", "many", "SIT"]).Bytes());
        var error = plan.AssertError(ImportCode.PopulationNotNumber, 2, "population");
        Assert.Equal(("Tabelle1", "E2"), (error.Sheet, error.Cell));
    }

    [Fact]
    public async Task Problems_of_the_file_are_errors_of_the_plan()
    {
        Assert.Equal(FileCode.Empty, Assert.Single((await Plan("")).Errors).Code);
        var bomb = ZipFile.Of(("xl/worksheets/sheet1.xml", new byte[50 * 1024 * 1024]));
        Assert.Equal(FileCode.ArchiveUnpacked, Assert.Single((await Plan(bomb, "liste.xlsx")).Errors).Code);
        Assert.Equal(ImportCode.NoRows, Assert.Single((await Plan(Header)).Errors).Code);
    }

    [Theory]
    [InlineData("ags:05958004;Arnsberg;municipality;;;", ImportCode.KeyDigits, "key")]
    [InlineData("595800;Arnsberg;municipality;;;", ImportCode.KeyDigits, "key")]
    [InlineData("059580040040;Arnsberg;municipality;;;", ImportCode.KeyDigits, "key")]
    [InlineData("5.958004E6;Arnsberg;municipality;;;", ImportCode.KeyDigits, "key")]
    [InlineData("٠٥٩٥٨٠٠٤;Arnsberg;municipality;;;", ImportCode.KeyDigits, "key")]
    [InlineData(";Arnsberg;municipality;;;", ImportCode.KeyMissing, "key")]
    [InlineData("17958004;Arnsberg;municipality;;;", ImportCode.KeyState, "key")]
    [InlineData("00958004;Arnsberg;municipality;;;", ImportCode.KeyState, "key")]
    [InlineData("05958004;;municipality;;;", ImportCode.NameMissing, "name")]
    [InlineData("05958004;Arns\u202Eberg;municipality;;;", ImportCode.NameCharacters, "name")]
    [InlineData("05958004;Arnsberg;hamlet;;;", ImportCode.KindUnknown, "kind")]
    [InlineData("05958004;Arnsberg;;;;", ImportCode.KindUnknown, "kind")]
    [InlineData("05958004;Arnsberg;municipality;;many;", ImportCode.PopulationNotNumber, "population")]
    [InlineData("05958004;Arnsberg;municipality;;74,5;", ImportCode.PopulationNotNumber, "population")]
    [InlineData("05958004;Arnsberg;municipality;;1.000,500;", ImportCode.PopulationNotNumber, "population")]
    [InlineData("05958004;Arnsberg;municipality;;-;", ImportCode.PopulationNotNumber, "population")]
    [InlineData("05958004;Arnsberg;municipality;;-74000;", ImportCode.PopulationNegative, "population")]
    [InlineData("05958004;Arnsberg;municipality;;−74.000;", ImportCode.PopulationNegative, "population")]
    [InlineData("05958004;Arnsberg;municipality;;20000001;", ImportCode.PopulationAbsurd, "population")]
    [InlineData("05958004;Arnsberg;municipality;;99999999999999999999;", ImportCode.PopulationAbsurd, "population")]
    [InlineData("05958004;Arnsberg;municipality;;;***", ImportCode.ProviderName, "provider")]
    public async Task A_wrong_value_is_named_with_row_and_column(string row, string code, string column)
    {
        var plan = await PlanRows("", row);
        plan.AssertError(code, 3, column);
        Assert.Empty(plan.Bodies);
        Assert.Null(plan.Region);
    }

    [Fact]
    public async Task All_errors_come_at_once()
    {
        var plan = await PlanRows("x;;hamlet;;-1;***", "05958004;Arnsberg;municipality;;;");
        Assert.Equal(
            [ImportCode.KindUnknown, ImportCode.KeyDigits, ImportCode.NameMissing, ImportCode.PopulationNegative, ImportCode.ProviderName],
            plan.Errors.Select(e => e.Code));
        Assert.Equal("ags:05958004", Assert.Single(plan.Bodies).Key);
    }

    [Fact]
    public async Task More_errors_than_the_limit_are_counted()
    {
        var plan = await PlanRows([.. Enumerable.Repeat(";;;;;", 1), .. Enumerable.Range(0, 500).Select(_ => "x;Arnsberg;municipality;;;")]);
        Assert.Equal(TableLimits.MaxProblems + 1, plan.Errors.Count);
        Assert.Equal("… und 300 weitere Meldungen. Bitte beheben Sie zuerst die genannten.", plan.Errors[^1].Text.De);
    }

    [Fact]
    public async Task A_key_that_occurs_twice_is_refused_with_the_first_row()
    {
        var plan = await PlanRows(District, Arnsberg, Arnsberg);
        Assert.Contains("schon in Zeile 3 vor", plan.AssertError(ImportCode.KeyTwice, 4, "key").Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_that_is_not_in_the_list_or_does_not_match_is_a_warning()
    {
        (await PlanRows(Arnsberg)).AssertWarning(ImportCode.DistrictUnknown, 2, "district");
        (await PlanRows(District, "05962004;Altena;municipality;05958000;;")).AssertWarning(ImportCode.DistrictDiffers, 3, "district");
        var plan = await PlanRows(District, "05958004;Arnsberg;municipality;Sauerland;;");
        plan.AssertWarning(ImportCode.DistrictUnknown, 3, "district");
        Assert.Null(plan.Bodies[1].Content.District);
    }

    [Fact]
    public async Task A_zero_eaten_by_a_spreadsheet_is_put_back_when_the_district_confirms_it()
    {
        var plan = await PlanRows("5958000;Hochsauerlandkreis;district;;;", "5958004;Arnsberg;municipality;5958000;;", "5958008;Bestwig;municipality;05958000;;");
        Assert.Empty(plan.Errors);
        Assert.Equal(["ags:05958000", "ags:05958004", "ags:05958008"], plan.Bodies.Select(b => b.Key));
        Assert.All(plan.Bodies.Skip(1), b => Assert.Equal("ags:05958000", b.Content.District));
        Assert.Equal([ImportCode.KeyRepaired, ImportCode.KeyRepaired, ImportCode.KeyRepaired], plan.Warnings.Select(w => w.Code));
        Assert.Contains("05958004", plan.Warnings[1].Text.De, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5958004;Arnsberg;municipality;;;")]
    [InlineData("5958004;Arnsberg;municipality;05962000;;")]
    [InlineData("5958004;Hochsauerlandkreis;district;;;")]
    public async Task A_zero_is_not_put_back_on_suspicion(string row) => (await PlanRows(row)).AssertError(ImportCode.KeyZeroLost, 2, "key");

    [Fact]
    public async Task A_municipality_with_the_key_of_a_district_is_an_independent_city()
    {
        var plan = await PlanRows("05113000;Essen;municipality;;582000;", "08111000;Stuttgart;Stadtkreis;;;", "14612000;Dresden;kreisfreie Stadt;;;");
        Assert.Empty(plan.Errors);
        Assert.All(plan.Bodies, b => Assert.Equal(LegalStatus.IndependentCity, b.Content.LegalStatus));
        Assert.Equal("vb:051130000", plan.Bodies[0].OtherKey);
    }

    [Theory]
    [InlineData("other", false)]
    [InlineData("unbekannt", false)]
    [InlineData("own", true)]
    [InlineData("Eigenes Rechenzentrum", true)]
    [InlineData("", null)]
    public async Task Bodies_with_another_their_own_or_no_stated_provider_share_none(string provider, bool? known)
    {
        var plan = await PlanRows(District, "05774000;Paderborn;district;;309000;" + provider);
        Assert.Empty(plan.Bodies[1].Content.Providers);
        Assert.Equal(known, plan.Bodies[1].Content.Answers.ProviderKnown);
        Assert.Single(plan.Providers);
        Assert.Null(plan.Region!.Provider);
    }

    [Fact]
    public async Task Two_spellings_of_a_provider_are_one_and_that_is_said()
    {
        var plan = await PlanRows(District, "05962000;Märkischer Kreis;district;;;Sit");
        plan.AssertWarning(ImportCode.ProviderSpelling, 3, "provider");
        Assert.Equal("SIT", Assert.Single(plan.Providers).Content.Name);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("@Arnsberg")]
    public async Task Names_that_attack_other_programs_are_kept_as_text(string name)
    {
        var plan = await Plan(Header + $"05958004;\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\";municipality;;;");
        Assert.Equal(name, Assert.Single(plan.Bodies).Content.Name);
    }

    [Fact]
    public async Task The_name_of_the_file_cannot_deceive()
    {
        var plan = await Plan(Header + District, @"C:\Users\x\../..\olpe" + "\u202E" + "vsc.exe");
        Assert.Equal("olpe·vsc.exe", plan.FileName);
        Assert.Equal("region:olpe-vsc", plan.Region!.Key);
        Assert.Equal("region:hsk", (await Plan(Header + District, region: " HSK ")).Region!.Key);
    }
}
