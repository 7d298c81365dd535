using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using Xunit;
using static ResilienceMonitor.App.Tests.Bodies.Import.Importing;

namespace ResilienceMonitor.App.Tests.Bodies.Import;

public sealed class OfficialListTests
{
    [Theory]
    [InlineData("010010000", "Flensburg, Stadt", "verbandsfreie-gemeinde", "Flensburg", LegalStatus.IndependentCity)]
    [InlineData("010530083", "Lauenburg/ Elbe, Stadt", "verbandsfreie-gemeinde", "Lauenburg/Elbe", LegalStatus.Municipality)]
    [InlineData("091740115", "Dachau, GKSt", "verbandsfreie-gemeinde", "Dachau", LegalStatus.LargeTown)]
    [InlineData("091740111", "Altomünster, M", "verbandsfreie-gemeinde", "Altomünster", LegalStatus.Municipality)]
    [InlineData("066340007", "Homberg (Efze), Reformationsstadt, Kreisstadt", "verbandsfreie-gemeinde", "Homberg (Efze)", LegalStatus.Municipality)]
    [InlineData("095715507", "Dentlein a.Forst (VGem)", "verwaltungsgemeinschaft", "Verwaltungsgemeinschaft Dentlein a.Forst", LegalStatus.JointAdministration)]
    [InlineData("081155003", "VVG der Stadt Herrenberg", "verwaltungsgemeinschaft", "Vereinbarte Verwaltungsgemeinschaft der Stadt Herrenberg", LegalStatus.JointAdministration)]
    [InlineData("081155001", "GVV Aidlingen/Grafenau", "verwaltungsverband", "Gemeindeverwaltungsverband Aidlingen/Grafenau", LegalStatus.JointAdministration)]
    [InlineData("010585864", "Nortorfer  Land", "amt", "Amt Nortorfer Land", LegalStatus.JointAdministration)]
    [InlineData("010575727", "Amt Lütjenburg", "amt", "Amt Lütjenburg", LegalStatus.JointAdministration)]
    [InlineData("010515169", "Eider", "kirchspielslandgemeinde", "Kirchspielslandgemeinde Eider", LegalStatus.JointAdministration)]
    [InlineData("160625052", "Bleicherode, Stadt", "erfüllende-gemeinde", "Bleicherode", LegalStatus.JointAdministration)]
    [InlineData("033519501", "Lohheide, gemfr. Bezirk", "verbandsfreie-gemeinde", "Lohheide", LegalStatus.Municipality)]
    public async Task An_administration_gets_the_name_people_use_and_its_legal_status(string key, string raw, string type, string shown, LegalStatus status)
    {
        var plan = await Plan($"key9,name,type,type_code\n{key},\"{raw}\",{type},50\n");
        Assert.Empty(plan.Errors);
        Assert.Empty(plan.Warnings);
        var body = Assert.Single(plan.Bodies);
        Assert.Equal("vb:" + key, body.Key);
        Assert.Equal((shown, status, key[..2]), (body.Content.Name, body.Content.LegalStatus, body.Content.State));
        Assert.Equal(raw, body.RawName);
        Assert.Null(body.Content.Population);
        Assert.Null(body.Content.Answers.ProviderKnown);
        Assert.Equal(status == LegalStatus.IndependentCity ? null : "ags:" + key[..5] + "000", body.Content.District);
    }

    [Theory]
    [InlineData("031519501", "Giebel, gemfr. Gebiet")]
    [InlineData("010539105", "Sachsenwald (Forstgutsbez.),gemfr.Geb.")]
    [InlineData("083179971", "Rheinau, gemeindefreies Gebiet")]
    [InlineData("091729444", "Gdefr. Geb. (Lkr Berchtesgadener Land)")]
    [InlineData("130009999", "Küstengewässer einschl. Anteil am Festlandsockel")]
    public async Task An_unincorporated_area_is_left_out_with_a_note(string key, string name)
    {
        var plan = await Plan($"key9,name,type\n{key},\"{name}\",verbandsfreie-gemeinde\n");
        Assert.Empty(plan.Bodies);
        Assert.Empty(plan.Errors);
        plan.AssertWarning(ImportCode.Unincorporated, 2, "name");
    }

    [Fact]
    public async Task A_lost_zero_is_put_back_when_the_type_confirms_the_key()
    {
        var plan = await Plan("key9,name,type\n10010000,Flensburg,verbandsfreie-gemeinde\n");
        Assert.Equal("vb:010010000", Assert.Single(plan.Bodies).Key);
        plan.AssertWarning(ImportCode.KeyRepaired, 2, "key9");
        (await Plan("key9,name,type\n10010000,Flensburg,amt\n")).AssertError(ImportCode.KeyZeroLost, 2, "key9");
    }

    [Fact]
    public async Task An_unknown_type_is_an_error_and_a_missing_one_leaves_the_status_unknown()
    {
        Assert.Contains("samtgemeinde", (await Plan("key9,name,type\n010010000,X,samtgemeinte\n")).AssertError(ImportCode.TypeUnknown, 2, "type").Text.De, StringComparison.Ordinal);
        var plan = await Plan("key9,name,type\n091740135,Odelzhausen,\n");
        plan.AssertWarning(ImportCode.TypeMissing, 2, "type");
        Assert.Equal(LegalStatus.Unknown, Assert.Single(plan.Bodies).Content.LegalStatus);
    }

    [Theory]
    [InlineData("05966", "Olpe", "kreis", "Kreis Olpe", BodyKind.District, LegalStatus.District)]
    [InlineData("05958", "Hochsauerlandkreis", "kreis", "Hochsauerlandkreis", BodyKind.District, LegalStatus.District)]
    [InlineData("03241", "Region Hannover", "landkreis", "Region Hannover", BodyKind.District, LegalStatus.District)]
    [InlineData("09174", "Dachau", "landkreis", "Landkreis Dachau", BodyKind.District, LegalStatus.District)]
    [InlineData("07211", "Trier, kreisfreie Stadt", "kreisfreie-stadt", "Trier", BodyKind.Municipality, LegalStatus.IndependentCity)]
    public async Task A_district_gets_the_name_people_use(string key, string raw, string type, string shown, BodyKind kind, LegalStatus status)
    {
        var plan = await Plan($"key5,name,type,seat\n{key},\"{raw}\",{type},X\n");
        Assert.Empty(plan.Errors);
        var body = Assert.Single(plan.Bodies);
        Assert.Equal(($"ags:{key}000", shown, kind, status), (body.Key, body.Content.Name, body.Content.Kind, body.Content.LegalStatus));
        Assert.Null(plan.Region);
    }
}
