using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>A program can do what stands in its key and what the key's maker may do now (T07, T19).</summary>
public sealed class TokenTests
{
    private static Task<Result<string>> Create(TestApp app, Actor by, Duration lasts, params string[] scopes) =>
        app.UseAs<CreateToken, Result<string>>(by, (u, ct) => u.Run("Leitstand", scopes, app.Clock.GetCurrentInstant() + lasts, ct));

    private static Task<Actor?> Of(TestApp app, string? token) => app.UseAs<AuthenticateToken, Actor?>(Actor.Nobody, (u, ct) => u.Run(token, ct));

    [Theory, EveryDatabase]
    public async Task A_key_does_what_it_names_and_its_maker_may(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var maker = await app.Join(towns.A, "maker", Role.ContinuityOfficer);
        var token = (await Create(app, maker, Duration.FromDays(30), "bodies.view", "services.edit")).Value;
        var actor = await Of(app, token);
        Assert.NotNull(actor);
        Assert.Equal(towns.A, actor.Scope.Acting);
        Assert.True(actor.May(BodiesFeature.View));
        Assert.True(actor.May(ServicesFeature.Edit));
        Assert.False(actor.May(BodiesFeature.Edit));
        Assert.Null(actor.SignedInAt);
        Assert.NotNull(FreshSignIn.Must(actor, app.Clock));

        Assert.Null(await app.ChangeRoles(towns.OfA with { User = Guid.CreateVersion7() }, await Second(app, towns), Role.BodyAdministrator));
        Assert.Null(await app.ChangeRoles(towns.OfA, maker, Role.Reader));
        var weaker = await Of(app, token);
        Assert.True(weaker!.May(BodiesFeature.View));
        Assert.False(weaker.May(ServicesFeature.Edit));
        Assert.Null(await app.ChangeRoles(towns.OfA, maker));
        Assert.Null(await Of(app, token));
    }

    [Theory, EveryDatabase]
    public async Task Forged_foreign_ended_and_revoked_keys_are_nobody(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var maker = await app.Join(towns.A, "maker", Role.It);
        var token = (await Create(app, maker, Duration.FromDays(30), "bodies.view")).Value;
        var parts = token.Split('_');
        string?[] forged =
        [
            null, "", "rm_", token[..^1], token + "0", token.ToUpperInvariant(), string.Join('_', parts[0], towns.B.Value.ToString("N"), parts[2], parts[3]),
            string.Join('_', parts[0], parts[1], Guid.CreateVersion7().ToString("N"), parts[3]), token[..^1] + (token[^1] == '0' ? '1' : '0'),
        ];
        foreach (var wrong in forged) Assert.Null(await Of(app, wrong));
        Assert.NotNull(await Of(app, token));
        app.Clock.Advance(Duration.FromDays(31));
        Assert.Null(await Of(app, token));

        var other = (await Create(app, app.As(maker.User!.Value, towns.A, Role.It), Duration.FromDays(1), "bodies.view")).Value;
        Assert.NotNull(await Of(app, other));
        var id = (await app.UseAs<ListTokens, IReadOnlyList<ApiToken>>(maker, (u, ct) => u.Run(ct)))[0].Id;
        Assert.NotNull((await app.UseAs<RevokeToken, Result<bool>>(towns.OfB, (u, ct) => u.Run(id, ct))).Refusal);
        Assert.True((await app.UseAs<RevokeToken, Result<bool>>(maker, (u, ct) => u.Run(id, ct))).Value);
        Assert.Null(await Of(app, other));
    }

    [Theory, EveryDatabase]
    public async Task A_key_reaches_the_bodies_its_body_looks_after_until_they_are_taken_over(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var maker = await app.Join(towns.A, "maker", Role.ContinuityOfficer);
        await Tends(towns.A, null);
        var token = (await Create(app, maker, Duration.FromDays(30), "bodies.view")).Value;
        Assert.Equal([TwoTowns.KeyOfA, TwoTowns.KeyOfB], await Seen());
        Assert.Equal(towns.A, (await Of(app, token))!.Scope.Acting);
        Assert.False((await Of(app, token))!.May(BodiesFeature.Edit));
        await Tends(towns.A, app.Clock.GetCurrentInstant());
        Assert.Equal([TwoTowns.KeyOfA], await Seen());
        await Tends(null, null);
        Assert.Equal([TwoTowns.KeyOfA], await Seen());

        async Task<IEnumerable<string>> Seen() =>
            (await app.UseAs<ListBodies, IReadOnlyList<Body>>((await Of(app, token))!, (u, ct) => u.Run(null, 10, ct))).Select(b => b.Key);

        Task<int> Tends(BodyId? steward, Instant? claimed) => app.UseAs<AppDb, int>(towns.OfB, async (db, ct) =>
        {
            var tenant = await db.Set<Tenant>().SingleAsync(t => t.BodyId == towns.B, ct);
            (tenant.StewardId, tenant.ClaimedAt) = (steward, claimed);
            return await db.SaveChangesAsync(ct);
        });
    }

    [Theory, EveryDatabase]
    public async Task A_key_needs_a_fresh_sign_in_a_near_end_and_scopes_its_maker_holds(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var maker = await app.Join(towns.A, "maker", Role.It);
        Assert.Equal("token.scopes", (await Create(app, maker, Duration.FromDays(1))).Refusal?.Code);
        Assert.Equal("token.scopes", (await Create(app, maker, Duration.FromDays(1), "bodies.view", "people.edit")).Refusal?.Code);
        Assert.Equal("token.scopes", (await Create(app, maker, Duration.FromDays(1), "bodies.edit")).Refusal?.Code);
        Assert.Equal("token.end", (await Create(app, maker, Duration.FromDays(400), "bodies.view")).Refusal?.Code);
        Assert.Equal("token.end", (await Create(app, maker, Duration.Zero, "bodies.view")).Refusal?.Code);
        app.Clock.Advance(SignInLimits.Fresh + Duration.FromSeconds(1));
        Assert.Equal("sign-in.not-fresh", (await Create(app, maker, Duration.FromDays(1), "bodies.view")).Refusal?.Code);
        await Assert.ThrowsAsync<NotPermittedException>(() => Create(app, TwoTowns.Person(towns.A, Role.Reader), Duration.FromDays(1), "bodies.view"));
    }

    [Fact]
    public void Every_permission_has_its_words()
    {
        var all = new PermissionList().All.ToList();
        Assert.True(all.Count > 15, "Almost no permission was found.");
        Assert.All(all, p => Assert.NotEmpty(PeopleTexts.Get($"permission.{p.Code}")));
    }

    private static Task<Actor> Second(TestApp app, TwoTowns towns) => app.Join(towns.A, "second", Role.Reader);
}
