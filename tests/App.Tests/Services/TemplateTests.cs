using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Copying;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services;

/// <summary>A body lets others take over a service it has published, and nothing else of its model.</summary>
public sealed class TemplateTests
{
    private const string Person = "Frau Geheim";
    private static readonly LocalDate Day = new(2026, 11, 20);

    [Theory, EveryDatabase]
    public async Task Only_published_services_are_seen_and_nothing_of_restoration_or_people(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await Publish(app, towns);
        Assert.Null((await Grant(app, towns, towns.A)).Refusal);
        var editor = TwoTowns.Person(towns.A, Role.Editor);
        Assert.Equal(TwoTowns.KeyOfB, Assert.Single(await app.UseAs<NeighbourTemplates, IReadOnlyDictionary<string, string>>(editor, (t, ct) => t.Bodies(ct))).Key);
        var template = Assert.Single((await Read(app, editor)).Value);
        Assert.Equal("passport", template.Key);
        var json = CanonicalJson.Write(template);
        foreach (var hidden in (string[])["identity-card", Person, "1234.5", "restoreWork", "ags:", TwoTowns.SecretOfB, "provider:"]) Assert.DoesNotContain(hidden, json, StringComparison.Ordinal);
        Assert.Contains(template.Needs.SelectMany(g => g), m => m is { Kind: ResourceKind.Staff, Name: null, Key: "staff" });
        Assert.NotEmpty(template.Substitutes);
        Assert.All(template.Substitutes, s => Assert.Equal((null, false, null), (s.Substitute.Partner, s.Substitute.Prepared, s.Substitute.Tested)));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_consent_that_holds_there_are_no_templates(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await Publish(app, towns);
        var editor = TwoTowns.Person(towns.A, Role.Editor);
        Assert.Equal("consent.not-found", (await Read(app, editor)).Refusal?.Code);
        var elsewhere = await Grant(app, towns, BodyId.New());
        Assert.Equal("consent.not-found", (await Read(app, editor)).Refusal?.Code);
        var consent = await Grant(app, towns, towns.A);
        Assert.Null((await Read(app, editor)).Refusal);
        Assert.Equal("consent.not-found", (await app.UseAs<ConsentedReading, Result<ConsentedContent>>(editor, (r, ct) => r.Run(elsewhere.Value, ct))).Refusal?.Code);
        Assert.Equal("consent.not-found", (await app.UseAs<ConsentedReading, Result<ConsentedContent>>(editor, (r, ct) => r.OfBody(TwoTowns.KeyOfB, Consents.Model, ct))).Refusal?.Code);
        await Assert.ThrowsAsync<NotPermittedException>(() => Read(app, TwoTowns.Person(towns.A, Role.Reader)));
        await app.UseAs<RevokeConsent, Result<bool>>(towns.OfB, (u, ct) => u.Run(consent.Value, ct));
        Assert.Equal("consent.not-found", (await Read(app, editor)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task What_the_own_model_lacks_is_made_only_when_asked_for(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await Publish(app, towns);
        await Grant(app, towns, towns.A);
        var template = (await Read(app, towns.OfA)).Value[0];
        var set = (await app.UseAs<ModelReader, Result<ModelSet>>(towns.OfA, (m, ct) => m.LoadSet([TwoTowns.KeyOfA], ct))).Value;
        var source = await app.Use<ItemNames, CopySource>((names, _) => Task.FromResult(CopySource.Of(template, new ResourceMatch(set, names))));
        Assert.Equal(["own-tool", "staff"], source.Missing.Keys.Order());
        var service = set.Asked[0].Services["identity-card"];
        var everything = new CopyChoice([.. Enumerable.Range(0, source.Needs.Count)], [.. source.Substitutes.Select(s => s.Key)], [], [], Replace: true);
        var without = source.Apply(service, everything);
        Assert.DoesNotContain(without.Needs.SelectMany(g => g.Members), m => m.Resource is "own-tool" or "staff");
        Assert.All(without.Needs, g => Assert.NotEmpty(g.Members));
        Assert.Equal(service.Name, without.Name);
        var with = source.Apply(service, everything with { Made = ["own-tool"] });
        var saved = await app.UseAs<SaveCopy, Result<Service>>(towns.OfA, (s, ct) =>
            s.Run(TwoTowns.KeyOfA, "identity-card", 1, with, new Dictionary<string, TemplateMember> { ["own-tool"] = source.Missing["own-tool"] }, ct));
        Assert.Null(saved.Refusal);
        var model = (await app.UseAs<ModelReader, Result<BodyModel>>(towns.OfA, (m, ct) => m.Load(TwoTowns.KeyOfA, ct))).Value;
        Assert.Equal(("Passgerät", ResourceKind.Device), (model.Resources["own-tool"].Name, model.Resources["own-tool"].Kind));
        Assert.Contains(model.Services["identity-card"].Needs, g => g.Members.Any(m => m.Resource == "own-tool"));
        Assert.Null(model.Services["identity-card"].PublishedOn);
    }

    [Fact]
    public void Something_taken_over_twice_is_there_once()
    {
        var origin = new Origin(OriginKind.Person, Day);
        var other = new ServiceContent
        {
            Origin = origin,
            Responsibility = Responsibility.Own,
            Needs = [NeedGroup.Of("mail"), NeedGroup.Of("a", "b")],
            Deadlines = [new Deadline { Key = "own-1", Rule = DeadlineRule.LastBankDay }],
        };
        var service = new ServiceContent { Origin = origin, Responsibility = Responsibility.Own, Needs = [NeedGroup.Of("b", "a")], Deadlines = [new Deadline { Key = "own-1", Rule = DeadlineRule.DayOfMonth, Day = 1 }] };
        var source = CopySource.Of(other);
        var choice = new CopyChoice([0, 1], [], ["own-1"], [], Replace: false);
        var once = source.Apply(service, choice);
        Assert.Equal(["b a", "mail"], once.Needs.Select(g => string.Join(' ', g.Members.Select(m => m.Resource))));
        Assert.Equal(["own-1", "own-2"], once.Deadlines.Select(d => d.Key));
        Assert.Equal(CanonicalJson.Write(other.Needs), CanonicalJson.Write(source.Apply(service, choice with { Replace = true }).Needs));
    }

    // The neighbour publishes one of its services, which needs a device of its own and somebody by name.
    private static async Task Publish(TestApp app, TwoTowns towns)
    {
        await app.UseAs<AdoptModel, Result<Body>>(towns.OfB, (a, ct) => a.Run(TwoTowns.KeyOfB, ct));
        var model = (await app.UseAs<ModelReader, Result<BodyModel>>(towns.OfB, (m, ct) => m.Load(TwoTowns.KeyOfB, ct))).Value;
        var origin = new Origin(OriginKind.Person, Day);
        await app.UseAs<AppDb, int>(towns.OfB, (db, ct) =>
        {
            db.Resources.Add(new Resource { BodyId = towns.B, Key = "own-tool", Content = new() { Origin = origin, Name = "Passgerät", Kind = ResourceKind.Device, Host = ResourceHost.Own, RestoreWork = Spread.Of(1234.5) } });
            db.Resources.Add(new Resource { BodyId = towns.B, Key = "frau-geheim", Content = new() { Origin = origin, Name = Person, Kind = ResourceKind.Staff, Host = ResourceHost.Own } });
            return db.SaveChangesAsync(ct);
        });
        var passport = model.Services["passport"];
        var published = passport with { PublishedOn = Day, Needs = [.. passport.Needs, NeedGroup.Of("own-tool"), NeedGroup.Of("frau-geheim")] };
        Assert.Null((await app.UseAs<ChangeService, Result<Service>>(towns.OfB, (c, ct) => c.Run(TwoTowns.KeyOfB, "passport", 1, published, ct))).Refusal);
    }

    private static Task<Result<IReadOnlyList<ServiceTemplate>>> Read(TestApp app, Actor by) => app.UseAs<NeighbourTemplates, Result<IReadOnlyList<ServiceTemplate>>>(by, (t, ct) => t.Of(TwoTowns.KeyOfB, ct));

    private static Task<Result<Guid>> Grant(TestApp app, TwoTowns towns, BodyId to) => app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) =>
        u.Run(new ConsentRequest(false, BodyCode.Of(to), "Nachbar", Consents.Templates, "Vorlagen", app.Clock.GetCurrentInstant() + Duration.FromDays(30)), ct));
}
