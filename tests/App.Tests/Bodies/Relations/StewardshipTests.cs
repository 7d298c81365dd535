using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies.Relations;

/// <summary>What an office enters stays with it until the body's own people take it over (T04, T15).</summary>
public sealed class StewardshipTests
{
    private const string Key = "ags:33333333";

    [Theory, EveryDatabase]
    public async Task Who_takes_a_body_over_takes_it_away_from_the_office(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = await app.Join(towns.A, "office", Role.CoordinationOffice);
        var body = (await app.UseAs<CreateBody, Result<Body>>(office, (u, ct) => u.Run(Key, Town.Of(9_000), ct))).Value.BodyId;

        // As a request that began before: it still names both bodies.
        var looking = office with { Scope = TenantScope.Only(towns.A, body) with { User = office.User } };
        Assert.Null((await app.UseAs<BodyDirectory, Result<Body>>(looking, (u, ct) => u.Find(Key, ct))).Refusal);
        Assert.Equal("body.not-found", (await app.UseAs<HandOverBody, Result<LinkSecret>>(towns.OfB, (u, ct) => u.Run(Key, ct))).Refusal?.Code);
        var link = (await app.UseAs<HandOverBody, Result<LinkSecret>>(looking, (u, ct) => u.Run(Key, ct))).Value.Write();
        Assert.Equal("people.steward", (await app.Accept(link, office.User!.Value)).Refusal?.Code);

        var mayor = await app.AddAccount("mayor");
        Assert.Equal(body, (await app.Accept(link, mayor)).Value);
        var own = app.As(mayor, body, Role.BodyAdministrator);
        Assert.Null((await app.UseAs<BodyDirectory, Result<Body>>(own, (u, ct) => u.Find(Key, ct))).Refusal);
        Assert.Equal("body.not-found", (await app.UseAs<BodyDirectory, Result<Body>>(looking, (u, ct) => u.Find(Key, ct))).Refusal?.Code);
        Assert.Empty((await app.UseAs<ListRelations, RelationsOfBody>(looking, (u, ct) => u.Run(null, null, null, ct))).Tended.Items);
        Assert.Equal("body.not-found", (await app.UseAs<HandOverBody, Result<LinkSecret>>(looking, (u, ct) => u.Run(Key, ct))).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task The_bodies_of_an_office_are_those_that_chose_it(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = TwoTowns.Person(towns.A, Role.CoordinationOffice);
        Assert.Empty((await app.UseAs<ListRelations, RelationsOfBody>(office, (u, ct) => u.Run(null, null, null, ct))).Related.Items);
        foreach (var block in (string[])[Consents.Profile, Consents.Model])
        {
            var request = new ConsentRequest(false, BodyCode.Of(towns.A), "Stelle A", block, "Beratung", app.Clock.GetCurrentInstant() + NodaTime.Duration.FromDays(9));
            Assert.Null((await app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) => u.Run(request, ct))).Refusal);
        }

        var related = Assert.Single((await app.UseAs<ListRelations, RelationsOfBody>(office, (u, ct) => u.Run(null, null, null, ct))).Related.Items);
        Assert.Equal((TwoTowns.SecretOfB, 2), (related.Name, related.Consents.Count));
        app.Clock.Advance(NodaTime.Duration.FromDays(9));
        Assert.Empty((await app.UseAs<ListRelations, RelationsOfBody>(office, (u, ct) => u.Run(null, null, null, ct))).Related.Items);
    }
}
