using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Starter;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Starter;

public sealed class StarterModelTests
{
    private static readonly int?[] Sizes = [null, 500, 2_000, 5_000, 12_000, 18_000, 60_000, 250_000, 600_000];

    public static TheoryData<string?> States => [(string?)null, .. Catalogues.Reference.States.Keys];

    [Theory, MemberData(nameof(States))]
    public void Every_kind_of_body_gets_a_complete_model_even_if_nothing_else_is_known(string? state)
    {
        var statuses = Enum.GetValues<LegalStatus>().Except([LegalStatus.None]).ToList();
        foreach (var (status, population) in statuses.SelectMany(s => Sizes.Select(p => (s, p))))
        {
            var body = Towns.Of(status, population, state);
            foreach (var variant in new[] { body, body.OwnCentre(), body.Hosted("provider:p"), body.Hosted("provider:p", "provider:q") })
                CheckComplete(variant);
        }
    }

    [Fact]
    public void A_provider_has_whatever_any_customer_may_refer_to()
    {
        var provider = Towns.Of(LegalStatus.None, null, null).Model("provider:p");
        var customers = Catalogues.Reference.States.Keys.SelectMany(s => Enum.GetValues<LegalStatus>().Except([LegalStatus.None]).Select(l => Towns.Of(l, 600_000, s).Hosted("provider:p", "provider:p")));
        var wanted = customers.SelectMany(c => Towns.References(c.Model())).Where(r => r.StartsWith("provider:p/", StringComparison.Ordinal)).Select(r => r["provider:p/".Length..]).ToHashSet();
        Assert.True(wanted.Count > 30);
        Assert.Empty(wanted.Except(provider.Resources.Keys));
        Assert.Empty(provider.Services);
        Assert.InRange(provider.Resources.Count, 40, 150);
        Assert.All(Towns.References(provider), r => Assert.Contains(r, provider.Resources.Keys));
    }

    [Fact]
    public void A_body_whose_provider_nobody_named_gets_one_that_can_be_described_later()
    {
        var town = Towns.Of(LegalStatus.Municipality, 18_000).With(a => a with { ProviderKnown = false });
        var (key, provider) = StarterModel.UnknownProvider("ags:05958004", town);
        Assert.Equal("provider:of:ags:05958004", key);
        var hosted = town.Model("ags:05958004").Services["identity-card"].Needs.SelectMany(g => g.Members).Select(m => m.Resource);
        Assert.Contains($"{key}/population-register", hosted);
        Assert.Contains("population-register", provider.Model(key).Resources.Keys);
        Assert.NotNull(Catalogues.Reference.NameOf(provider.CatalogueKey!));
    }

    [Fact]
    public void The_own_data_centre_is_full_and_the_hosted_town_has_none()
    {
        var own = Towns.Town18000.OwnCentre().Model();
        Assert.Contains("population-register", own.Resources.Keys);
        Assert.Contains("directory", own.Resources.Keys);
        Assert.DoesNotContain("provider-link", own.Resources.Keys);
        Assert.DoesNotContain(Towns.References(own), r => r.Contains('/', StringComparison.Ordinal));
        var hosted = Towns.Town18000.Model();
        Assert.DoesNotContain("population-register", hosted.Resources.Keys);
        Assert.DoesNotContain("directory", hosted.Resources.Keys);
        Assert.Contains("provider-link", hosted.Resources.Keys);
        Assert.Contains("provider:p/perimeter", hosted.Resources["provider-link"].Needs.SelectMany(g => g.Members).Select(m => m.Resource));
    }

    [Fact]
    public void Payroll_lies_with_a_vendor_unless_a_second_provider_is_named()
    {
        var vendor = Towns.Town18000.Model().Resources["payroll"];
        Assert.Equal(ResourceHost.Vendor, vendor.Host);
        Assert.Equal(0, vendor.RestoreWork.Typical);
        Assert.Equal(["internet-line"], vendor.Needs.SelectMany(g => g.Members).Select(m => m.Resource));
        var second = Towns.Town18000.Hosted("provider:p", "provider:pay").Model();
        Assert.DoesNotContain("payroll", second.Resources.Keys);
        Assert.Contains("provider:pay/payroll", Towns.References(second));
    }

    [Fact]
    public void Registers_hang_on_the_state_network_and_cost_nobody_in_the_house_any_work()
    {
        var resources = Towns.Town18000.Model().Resources;
        var outside = resources.Values.Where(r => r.Kind is ResourceKind.OutsideRegister or ResourceKind.OutsideNetwork).ToList();
        Assert.True(outside.Count >= 8);
        Assert.All(outside, r => Assert.Equal(0, r.RestoreWork.Typical));
        Assert.Equal(["federal-network"], resources["document-printer"].Needs.SelectMany(g => g.Members).Select(m => m.Resource));
        Assert.Equal(["state-network"], resources["federal-network"].Needs.SelectMany(g => g.Members).Select(m => m.Resource));
    }

    [Fact]
    public void Without_the_file_outside_the_last_payment_run_can_only_come_from_the_file_share_or_the_bank()
    {
        var substitute = Towns.Of(LegalStatus.District, 180_000).OwnCentre().Model().Services["social-assistance-payments"].Substitutes.Single(s => s.Kind == SubstituteKind.RepeatLastRun);
        Assert.False(substitute.Prepared);
        Assert.Contains(substitute.Needs, g => g.Members.Select(m => m.Resource).SequenceEqual(["file-share", "bank-copy"]));
        Assert.True(substitute.StartUnprepared!.Typical >= 9 * 24);
    }

    [Fact]
    public void The_pace_of_restoration_scales_all_work()
    {
        var slower = Catalogues.Starter with { Parameters = Catalogues.Starter.Parameters.With("pace", 2 * Catalogues.Starter.Parameters.Number("pace")) };
        var town = Towns.Of(LegalStatus.LargeTown, 60_000).OwnCentre();
        double Work(StarterCatalogue catalogue, string resource) => StarterModel.Build("town", town, catalogue, Towns.Today).Resources[resource].RestoreWork.Typical;
        foreach (var resource in new[] { "directory", "finance", "clients" }) Assert.Equal(2, Work(slower, resource) / Work(Catalogues.Starter, resource), 2);
    }

    [Fact]
    public void The_same_answers_give_the_same_bytes()
    {
        var first = CanonicalJson.Write(Towns.Town18000.Model());
        var shuffled = Towns.Town18000 with { Answers = Towns.Town18000.Answers with { } };
        Assert.Equal(first, CanonicalJson.Write(shuffled.Model()));
        Assert.Equal(first, CanonicalJson.Write(StarterModel.Build("town", Towns.Town18000, StarterCatalogue.From(Catalogues.Reference), Towns.Today)));
    }

    [Fact]
    public void Every_item_tells_its_catalogue_entry_and_its_origin()
    {
        var model = Towns.Town18000.Model();
        ItemContent[] items = [.. model.Resources.Values, .. model.Services.Values, .. model.Segments.Values];
        Assert.All(items, i => Assert.NotNull(Catalogues.Reference.NameOf(i.CatalogueKey!)));
        Assert.All(items, i => Assert.Equal(new Origin(OriginKind.Starter, Towns.Today, Catalogues.Starter.Services.Reference), i.Origin));
        Assert.All(model.Services.Values.SelectMany(s => s.Substitutes), s => Assert.NotNull(Catalogues.Reference.NameOf(s.CatalogueKey!)));
        Assert.All(model.Services.Values.SelectMany(s => s.Deadlines), d => Assert.NotNull(Catalogues.Reference.NameOf(d.CatalogueKey!)));
        Assert.All(model.Team.Help, h => Assert.NotNull(Catalogues.Reference.NameOf(h.CatalogueKey!)));
    }

    private static void CheckComplete(BodyContent body)
    {
        var model = body.Model();
        var name = $"{body.LegalStatus} {body.Population} {body.State} {string.Join('+', body.Providers)} {body.Answers.ProviderKnown}";
        var (least, most) = body.LegalStatus == LegalStatus.MemberMunicipality ? (30, 150) : (40, 150);
        Assert.True(model.Resources.Count >= least && model.Resources.Count <= most, $"{name}: {model.Resources.Count} resources");
        Assert.True(model.Services.Count >= 40, $"{name}: {model.Services.Count} services");
        Assert.True(model.Team.People >= 1, name);
        var provider = body.Answers.ProviderKnown == true ? "provider:" : "provider:of:town/";
        foreach (var reference in Towns.References(model).Distinct())
            Assert.True(reference.StartsWith(provider, StringComparison.Ordinal) || model.Resources.ContainsKey(reference), $"{name}: {reference} leads nowhere.");
        Assert.True(IsAcyclic(model), $"{name}: needs run in a circle.");
        var own = model.Services.Values.Where(s => s.Responsibility == Responsibility.Own).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, s => Assert.True(s.Needs.Count > 0 && s.CasesPerWeek > 0, $"{name}: {s.CatalogueKey} is empty."));
        Assert.All(model.Resources.Values.Select(r => r.Segment).OfType<string>(), s => Assert.Contains(s, model.Segments.Keys));
    }

    private static bool IsAcyclic(BodyModel model)
    {
        var state = new Dictionary<string, bool>();
        return model.Resources.Keys.All(Visit);

        bool Visit(string key)
        {
            if (!model.Resources.TryGetValue(key, out var resource)) return true;
            if (state.TryGetValue(key, out var done)) return done;
            state[key] = false;
            var waitsFor = resource.Needs.Concat(resource.Prerequisites ?? []).SelectMany(g => g.Members).Select(m => m.Resource);
            return state[key] = waitsFor.All(Visit);
        }
    }
}
