using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies.Relations;

/// <summary>Nobody sees anything of a body but what it lets them see, while it does (T01, T04, T07, T14).</summary>
public sealed class ConsentTests
{
    private static Task<Result<Guid>> Grant(TestApp app, Actor by, BodyId to, string block, int days = 30) => app.UseAs<GrantConsent, Result<Guid>>(
        by, (u, ct) => u.Run(new ConsentRequest(false, BodyCode.Of(to), "Stelle A", block, "Beratung", app.Clock.GetCurrentInstant() + Duration.FromDays(days)), ct));

    private static Task<Result<ConsentedContent>> Read(TestApp app, Actor by, Guid consent) => app.UseAs<ConsentedReading, Result<ConsentedContent>>(by, (u, ct) => u.Run(consent, ct));

    private static Task<int> Uses(TestApp app, Actor by) => app.UseAs<AppDb, int>(by, (db, ct) => db.Events.CountAsync(e => e.Kind == Consents.Used, ct));

    [Theory, EveryDatabase]
    public async Task A_consent_shows_exactly_its_block_and_every_use_is_in_the_trail(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = TwoTowns.Person(towns.A, Role.CoordinationOffice);
        var consent = (await Grant(app, towns.OfB, towns.A, Consents.Profile)).Value;
        var read = await Read(app, office, consent);
        Assert.Contains(TwoTowns.SecretOfB, read.Value.Json, StringComparison.Ordinal);
        await Read(app, office, consent);
        Assert.Equal(2, await Uses(app, towns.OfB));
        var given = await app.UseAs<ListConsents, IReadOnlyList<GivenConsent>>(towns.OfB, (u, ct) => u.Given(ct));
        Assert.Equal(2, Assert.Single(given).Uses.Count);
        Assert.Null(await app.UseAs<BodyDirectory, Body?>(office, async (u, ct) => await u.Find(TwoTowns.KeyOfB, ct) is { Refusal: null } b ? b.Value : null));
        Assert.NotNull((await app.UseAs<ConsentedReading, Result<ConsentedContent>>(office, (u, ct) => u.OfBody(TwoTowns.KeyOfB, Consents.Model, ct))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Revoked_ended_foreign_own_and_missing_consents_answer_alike(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = TwoTowns.Person(towns.A, Role.CoordinationOffice);
        var (revoked, ended, others) = ((await Grant(app, towns.OfB, towns.A, Consents.Model)).Value, (await Grant(app, towns.OfB, towns.A, Consents.Model, 1)).Value, (await Grant(app, towns.OfB, BodyId.New(), Consents.Model, 400)).Value);
        Assert.Null((await Read(app, office, revoked)).Refusal);
        Assert.Equal("consent.not-found", (await app.UseAs<RevokeConsent, Result<bool>>(towns.OfA, (u, ct) => u.Run(revoked, ct))).Refusal?.Code);
        Assert.True((await app.UseAs<RevokeConsent, Result<bool>>(towns.OfB, (u, ct) => u.Run(revoked, ct))).Value);
        app.Clock.Advance(Duration.FromDays(2));
        var own = (await Grant(app, towns.OfA, towns.B, Consents.Profile)).Value;
        var answers = new List<string>();
        foreach (var id in (Guid[])[revoked, ended, others, own, Guid.CreateVersion7(), Guid.Empty]) answers.Add((await Read(app, office, id)).Refusal!.Sentence);
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await Uses(app, towns.OfB));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_role_of_the_office_or_the_named_adviser_looks(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var consent = (await Grant(app, towns.OfB, towns.A, Consents.Profile)).Value;
        foreach (var role in Roles.People.Where(r => r != Role.CoordinationOffice)) Assert.NotNull((await Read(app, TwoTowns.Person(towns.A, role), consent)).Refusal);
        Assert.Null((await Read(app, TwoTowns.Person(towns.A, Role.CoordinationOffice), consent)).Refusal);

        var adviser = await app.AddAccount("berater");
        var request = new ConsentRequest(true, "Berater ", "Frau Rat", "services/own", "Beratung", app.Clock.GetCurrentInstant() + Duration.FromDays(91));
        Assert.Equal("consent.until", (await app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) => u.Run(request, ct))).Refusal?.Code);
        var service = (await app.UseAs<ModelReader, Result<BodyModel>>(towns.OfB, (m, ct) => m.Load(TwoTowns.KeyOfB, ct))).Value.Services.Keys.First();
        var good = request with { Block = Consents.OneService + service, Until = app.Clock.GetCurrentInstant() + Duration.FromDays(90) };
        var toOne = (await app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) => u.Run(good, ct))).Value;
        var nowhere = Actor.Member(adviser, TenantScope.None, []);
        var seen = await Read(app, nowhere, toOne);
        Assert.Single(Assert.Single(seen.Value.Tables).Rows);
        Assert.NotNull((await Read(app, TwoTowns.Person(towns.A), toOne)).Refusal);
        Assert.NotNull((await Read(app, nowhere, consent)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Whether_a_body_or_an_account_exists_is_not_told(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        Assert.Null((await Grant(app, towns.OfB, BodyId.New(), Consents.Profile)).Refusal);
        var request = new ConsentRequest(true, "nobody@example.org", "Niemand", Consents.Profile, "Beratung", app.Clock.GetCurrentInstant() + Duration.FromDays(9));
        Assert.Null((await app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) => u.Run(request, ct))).Refusal);
        Assert.Equal("consent.code", (await app.UseAs<GrantConsent, Result<Guid>>(towns.OfB, (u, ct) => u.Run(request with { ForAdviser = false }, ct))).Refusal?.Code);
        Assert.Equal("consent.code", (await Grant(app, towns.OfB, towns.B, Consents.Profile)).Refusal?.Code);
        Assert.Equal("consent.block", (await Grant(app, towns.OfB, towns.A, "services/nothing")).Refusal?.Code);
        await Assert.ThrowsAsync<NotPermittedException>(() => Grant(app, TwoTowns.Person(towns.B, Role.ContinuityOfficer, Role.CoordinationOffice), towns.A, Consents.Profile));
    }

    [Theory, EveryDatabase]
    public async Task An_office_simulates_with_the_models_it_was_lent_and_keeps_nothing_of_them(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var office = TwoTowns.Person(towns.A, Role.CoordinationOffice);
        Task<Result<ModelSet>> Load() => app.UseAs<ModelReader, Result<ModelSet>>(office, (m, ct) => m.LoadSet([TwoTowns.KeyOfA, TwoTowns.KeyOfB], ct));
        Assert.Equal("body.not-found", (await Load()).Refusal?.Code);
        var consent = (await Grant(app, towns.OfB, towns.A, Consents.Model)).Value;
        var set = (await Load()).Value;
        Assert.Equal([TwoTowns.KeyOfA, TwoTowns.KeyOfB], set.Asked.Select(m => m.Key));
        Assert.Equal([TwoTowns.KeyOfB], set.Lent);
        Assert.Equal(1, await Uses(app, towns.OfB));
        await app.UseAs<RevokeConsent, Result<bool>>(towns.OfB, (u, ct) => u.Run(consent, ct));
        Assert.Equal("body.not-found", (await Load()).Refusal?.Code);
    }

    [Fact]
    public void A_code_names_a_body_and_catches_slips()
    {
        var body = BodyId.New();
        var code = BodyCode.Of(body);
        Assert.Equal(body, BodyCode.Read(code));
        Assert.Equal(body, BodyCode.Read(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal(new BodyId(Guid.Empty), BodyCode.Read(BodyCode.Of(new BodyId(Guid.Empty))));
        var caught = Enumerable.Range(0, code.Length).Where(i => code[i] != '-').Count(i => BodyCode.Read(code[..i] + (code[i] == 'Q' ? 'R' : 'Q') + code[(i + 1)..]) is null);
        Assert.True(caught >= 27, $"Only {caught} of 28 slips were caught.");
        Assert.All((string?[])[null, "", "x", code[..^1], code + "0"], c => Assert.Null(BodyCode.Read(c)));
    }
}
