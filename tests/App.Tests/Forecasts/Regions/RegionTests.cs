using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Regions;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts.Regions;

/// <summary>What a district or a coordination office sees of a region, and what it does not.</summary>
public sealed class RegionTests
{
    private const string Lent = "ags:22222222";
    private const string NamedOnly = "ags:33333333";
    private const string Silent = "ags:44444444";
    private const string Region = "region:westen";

    [Theory, EveryDatabase]
    public async Task A_district_and_its_municipalities_are_looked_at_together(TestApp app)
    {
        await District(app);
        Selection selection = new() { District = "ags:05954", Scenario = "provider-encryption", Runs = 20 };
        var before = await Look(app, selection);
        Assert.False(before.IsComputed);
        Assert.NotNull(before.Running);
        Assert.All(before.Facts.Cover.SelectMany(c => c.Services).Where(s => s.State != CoverState.SameProvider), s => Assert.Equal(CoverState.Unknown, s.State));

        Assert.Null((await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(selection with { KnownOnly = true }, null, ct))).Refusal);
        var after = await Look(app, selection);
        Assert.Equal(["ags:05954", "ags:05954004", "ags:05954008", "ags:05954012"], after.Facts.Members.Select(m => m.Key).Order());
        Assert.True(after.IsComputed);
        Assert.Equal((0, 0), (after.NamedOnly.Count, after.Unnamed));
        Assert.Equal(CanonicalJson.Write(after.Facts), CanonicalJson.Write((await Look(app, selection)).Facts));
    }

    [Theory, EveryDatabase]
    public async Task What_is_kept_of_a_region_ends_with_the_next_change(TestApp app)
    {
        await District(app);
        Selection selection = new() { District = "ags:05954", Scenario = "provider-encryption", Runs = 20, KnownOnly = true };
        await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(selection, null, ct));
        Assert.True((await Look(app, selection)).IsComputed);
        Assert.Equal(1, await Kept(app));
        Assert.True((await Look(app, selection)).IsComputed);
        Assert.Equal(1, await Kept(app));
        var town = await app.FindBody("ags:05954008");
        await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(town.Key, town.RowVersion, town.Content with { Population = 9_500, Providers = ["provider:b"] }, ct));
        var changed = await Look(app, selection);
        Assert.False(changed.IsComputed);
        Assert.Equal(2, changed.Facts.Providers.Single(p => p.Provider == "provider:b").Bodies.Count);
    }

    [Theory, EveryDatabase]
    public async Task Providers_are_counted_by_services_and_by_inhabitants_once(TestApp app)
    {
        await District(app);
        var region = await Look(app, new() { District = "ags:05954", Scenario = "provider-encryption", Runs = 20 });
        var first = region.Facts.Providers[0];
        Assert.Equal("provider:a", first.Provider);
        Assert.Equal(["ags:05954", "ags:05954004", "ags:05954008"], first.Bodies.Order());
        Assert.Equal(18_000 + 9_000, first.Inhabitants);
        Assert.InRange(first.Services, 1, first.AllServices - 1);
        Assert.Equal(["ags:05954012"], region.Facts.Providers.Single(p => p.Provider == "provider:b").Bodies);
        Assert.Null(region.Facts.Providers[^1].Provider);
    }

    [Theory, EveryDatabase]
    public async Task A_neighbour_who_falls_too_is_a_gap(TestApp app)
    {
        await District(app);
        Selection selection = new() { District = "ags:05954", Scenario = "provider-encryption", Provider = "provider:a", Runs = 20 };
        await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(selection with { KnownOnly = true }, null, ct));
        var cover = (await Look(app, selection)).Facts.Cover;
        Assert.Equal(["ags:05954004 ags:05954008", "ags:05954008 ags:05954012", "ags:05954012 ags:05954004"], cover.Select(c => $"{c.Body} {c.Partner}").Order());

        // The first has the same provider as its neighbour; the second's is elsewhere and stands; the third counts on one that falls.
        Assert.All(Of("ags:05954004"), s => Assert.Equal(CoverState.SameProvider, s.State));
        Assert.All(Of("ags:05954008"), s => Assert.Equal(CoverState.Holds, s.State));
        Assert.Contains(Of("ags:05954012"), s => s.State == CoverState.FallsToo);
        Assert.True(cover[0].Gaps > 0);

        IEnumerable<CoveredService> Of(string body) => cover.Single(c => c.Body == body).Services;
    }

    [Theory, EveryDatabase]
    public async Task A_neighbour_outside_counts_as_long_as_it_is_known_to_be_elsewhere(TestApp app)
    {
        await District(app);
        await app.CreateTown("ags:05974", 40_000, b => b with { Name = "Drüben", Providers = ["provider:c"], Answers = b.Answers with { ProviderKnown = true } });
        foreach (var (key, partner) in new[] { ("ags:05954016", "ags:05974"), ("ags:05954020", "ags:99999999") })
            await app.CreateTown(key, 11_000, b => b with { District = "ags:05954", Providers = ["provider:a"], Answers = b.Answers with { ProviderKnown = true, NeighbourElsewhere = true, Neighbour = partner } });
        Selection selection = new() { District = "ags:05954", Scenario = "provider-encryption", Provider = "provider:a", Runs = 20, KnownOnly = true };
        await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(selection, null, ct));
        var facts = (await Look(app, selection)).Facts;
        Assert.All(facts.Cover.Single(c => c.Body == "ags:05954016").Services, s => Assert.Equal(CoverState.Holds, s.State));
        Assert.All(facts.Cover.Single(c => c.Body == "ags:05954020").Services, s => Assert.Equal(CoverState.Unknown, s.State));
        Assert.Equal("Drüben", facts.Others.Single(o => o.Key == "ags:05974").Name);
    }

    [Theory, EveryDatabase]
    public async Task A_coordination_office_names_only_who_consented_and_counts_the_rest(TestApp app)
    {
        var office = await Office(app);
        var region = await Look(app, Selection, office);
        Assert.Equal(["ags:11111111", Lent], region.Facts.Members.Select(m => m.Key).Order());
        Assert.Equal(["Nurgenannt"], region.NamedOnly);
        Assert.Equal(1, region.Unnamed);

        // Whoever may not use consents sees only what is the office's own.
        var reader = await Look(app, Selection, TwoTowns.Person(office.Scope.Acting!.Value, Role.Reader));
        Assert.Equal(["ags:11111111"], reader.Facts.Members.Select(m => m.Key));
        Assert.Equal((0, 3), (reader.NamedOnly.Count, reader.Unnamed));
    }

    [Theory, EveryDatabase]
    public async Task What_was_revoked_is_gone_at_the_next_look(TestApp app)
    {
        var office = await Office(app);
        await app.UseAs<SimulateOutage, Result<SimulatedOutage>>(office, (s, ct) => s.Run(Selection with { KnownOnly = true }, null, ct));
        Assert.Equal(2, (await Look(app, Selection, office)).Facts.Members.Count(m => m.Levels.Count > 0));

        // Nothing that lent models say is kept.
        Assert.Equal(0, await Kept(app));
        app.Clock.Advance(Duration.FromDays(40));
        var later = await Look(app, Selection, office);
        Assert.Equal(["ags:11111111"], later.Facts.Members.Select(m => m.Key));
        Assert.False(later.IsComputed);
        Assert.Equal((0, 3), (later.NamedOnly.Count, later.Unnamed));
    }

    [Theory, EveryDatabase]
    public async Task Another_body_sees_nothing_of_the_region(TestApp app)
    {
        await Office(app);
        var stranger = TwoTowns.Person((await app.FindBody(Silent)).BodyId);
        var asked = await app.UseAs<LookAtRegion, Result<RegionOverview>>(stranger, (l, ct) => l.Run(Selection, ct));
        Assert.Equal("region.not-found", asked.Refusal?.Code);
        await Assert.ThrowsAsync<NotPermittedException>(() => app.UseAs<LookAtRegion, Result<RegionOverview>>(Actor.Nobody, (l, ct) => l.Run(Selection, ct)));
    }

    private static Selection Selection => new() { Region = Region, Scenario = "provider-encryption", Runs = 20 };

    private static async Task<RegionOverview> Look(TestApp app, Selection selection, Actor? actor = null) =>
        (await app.UseAs<LookAtRegion, Result<RegionOverview>>(actor ?? Actor.LocalOwner, (l, ct) => l.Run(selection, ct))).Value;

    private static Task<int> Kept(TestApp app) => app.Use<AppDb, int>((db, ct) => db.Forecasts.CountAsync(f => f.Kind == nameof(RegionFacts), ct));

    // A district and two towns at one provider, a third town at another; each town has named its neighbour.
    private static async Task District(TestApp app)
    {
        await app.CreateTown("ags:05954", 300_000, b => b with { Kind = BodyKind.District, LegalStatus = LegalStatus.District, Providers = ["provider:a"] });
        await Town("ags:05954004", 18_000, "provider:a", "ags:05954008");
        await Town("ags:05954008", 9_000, "provider:a", "ags:05954012");
        await Town("ags:05954012", 12_000, "provider:b", "ags:05954004");

        Task Town(string key, int population, string provider, string neighbour) => app.CreateTown(key, population, b => b with
        {
            District = "ags:05954",
            Providers = [provider],
            Answers = b.Answers with { ProviderKnown = true, NeighbourElsewhere = true, Neighbour = neighbour },
        });
    }

    // An office with four members: its own, one that lends its model, one that only shows its profile, and one that shows nothing.
    private static async Task<Actor> Office(TestApp app)
    {
        var own = await app.CreateTown("ags:11111111", 90_000);
        foreach (var (key, name, blocks) in new (string, string, string[])[] { (Lent, "Verliehen", [Consents.Profile, Consents.Model]), (NamedOnly, "Nurgenannt", [Consents.Profile]), (Silent, "Stillschweigen", []) })
        {
            var town = await app.CreateTown(key, 18_000, b => b with { Name = name });
            foreach (var block in blocks)
            {
                var request = new ConsentRequest(false, BodyCode.Of(own.BodyId), "Leitstelle", block, "Beratung", app.Clock.GetCurrentInstant() + Duration.FromDays(30));
                Assert.Null((await app.UseAs<GrantConsent, Result<Guid>>(TwoTowns.Person(town.BodyId), (u, ct) => u.Run(request, ct))).Refusal);
            }
        }

        var office = TwoTowns.Person(own.BodyId);
        await app.UseAs<AppDb, int>(office, (db, ct) =>
        {
            db.Regions.Add(new Region { BodyId = own.BodyId, Key = Region, Content = new RegionContent { Name = "Westen", Members = ["ags:11111111", Lent, NamedOnly, Silent], Origin = own.Content.Origin } });
            return db.SaveChangesAsync(ct);
        });
        return office;
    }
}
