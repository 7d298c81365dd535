using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>Password, code and what stands in their way.</summary>
public sealed class SignInTests
{
    private const string Address = "192.0.2.1";

    [Theory, EveryDatabase]
    public Task A_password_is_enough_without_codes_whatever_keyboard_it_was_typed_on(TestApp app) => As(app, async services =>
    {
        var person = await Person.In(services);
        Assert.Null((await services.GetRequiredService<OwnAccount>().ChangePassword(person.User.Id, "gr\u00fcne Wolke singt", default)).Refusal);
        var attempt = await services.GetRequiredService<PasswordSignIn>().Run("M.Beispiel ", "gru\u0308ne Wolke singt", Address, default);
        Assert.Equal(person.User.Id, attempt.Value.User.Id);
        Assert.Null(attempt.Value.NextStep);
    });

    [Theory, EveryDatabase]
    public Task Wrong_names_and_wrong_passwords_are_answered_alike(TestApp app) => As(app, async services =>
    {
        await Person.In(services);
        var passwords = services.GetRequiredService<PasswordSignIn>();
        var wrong = await passwords.Run("m.beispiel", "lila Regenschirm steht", Address, default);
        var unknown = await passwords.Run("niemand", Person.Password, Address, default);
        Assert.Equal("sign-in.wrong", wrong.Refusal?.Code);
        Assert.Equal(wrong.Refusal?.Sentence, unknown.Refusal?.Sentence);
        Assert.Equal("sign-in.wrong", (await passwords.Run("m.beispiel", new string('x', 1_000_000), Address, default)).Refusal?.Code);
    });

    [Theory, EveryDatabase]
    public Task Who_uses_up_the_attempts_with_a_password_does_not_lock_out_a_passkey(TestApp app) => As(app, async services =>
    {
        var person = await Person.In(services);
        using var device = await person.AddPasskey();
        var throttle = services.GetRequiredService<SignInThrottle>();
        for (var i = 0; i < SignInLimits.PasswordsOfAccount; i++) Assert.True(throttle.Password("M.BEISPIEL", $"192.0.2.{i}"));
        var passwords = services.GetRequiredService<PasswordSignIn>();
        Assert.Equal("sign-in.throttled", (await passwords.Run("m.beispiel", Person.Password, Address, default)).Refusal?.Code);
        device.Count = 1;
        Assert.Null((await person.SignInWith(o => device.Sign(o, person.User.Id, Person.Origin))).Refusal);
        app.Clock.Advance(SignInLimits.Window + Duration.FromSeconds(1));
        Assert.Null((await passwords.Run("m.beispiel", Person.Password, Address, default)).Refusal);
    });

    [Theory, EveryDatabase]
    public Task A_code_of_the_app_and_a_recovery_code_are_each_accepted_once(TestApp app) => As(app, async services =>
    {
        var person = await Person.In(services);
        var (codes, key) = (services.GetRequiredService<OwnCodes>(), Totp.NewKey());
        Assert.Equal("sign-in.wrong-code", (await codes.SetUp(person.User.Id, key, "000000x", default)).Refusal?.Code);
        var printed = (await codes.SetUp(person.User.Id, key, Totp.CodeAt(key, app.Clock.GetCurrentInstant()), default)).Value;
        Assert.Equal(SignInLimits.RecoveryCodes, printed.Count);
        var step = (await services.GetRequiredService<PasswordSignIn>().Run("m.beispiel", Person.Password, Address, default)).Value.NextStep;
        Assert.NotNull(step);
        var second = services.GetRequiredService<CodeSignIn>();

        // The code that set it up is used.
        Assert.Equal("sign-in.wrong-code", (await second.Run(step, Totp.CodeAt(key, app.Clock.GetCurrentInstant()), Address, default)).Refusal?.Code);
        app.Clock.Advance(Duration.FromSeconds(60));
        var code = Totp.CodeAt(key, app.Clock.GetCurrentInstant());
        Assert.Equal("totp", (await second.Run(step, $" {code[..3]} {code[3..]}", Address, default)).Value.Method);
        Assert.Equal("sign-in.wrong-code", (await second.Run(step, code, Address, default)).Refusal?.Code);
        Assert.Equal("recovery", (await second.Run(step, printed[3].ToLowerInvariant(), Address, default)).Value.Method);
        Assert.Equal("sign-in.wrong-code", (await second.Run(step, printed[3], Address, default)).Refusal?.Code);
        Assert.Equal("sign-in.step-over", (await second.Run(step + "x", code, Address, default)).Refusal?.Code);
    });

    [Theory, EveryDatabase]
    public async Task The_trail_of_each_body_says_what_happened_without_names(TestApp app)
    {
        var town = await app.CreateTown("ags:05958004", 18_000);
        await As(app, async services =>
        {
            var person = await Person.In(services);
            await app.UseAs<AppDb, int>(Actor.House(town.BodyId), (db, ct) =>
            {
                db.Add(new Member { BodyId = town.BodyId, UserId = person.User.Id, Roles = [Role.Reader], Since = app.Clock.GetCurrentInstant() });
                return db.SaveChangesAsync(ct);
            });
            await services.GetRequiredService<PasswordSignIn>().Run("m.beispiel", "falsch falsch falsch", Address, default);
            await services.GetRequiredService<SignIn>().Begin(Person.Request(services), person.User, "password");
            using var device = await person.AddPasskey();
            var events = await app.UseAs<AppDb, List<ResilienceMonitor.Platform.Events.Event>>(Actor.House(town.BodyId), (db, ct) => db.Events.Where(e => e.Kind.StartsWith("sign-in.")).OrderBy(e => e.Id).ToListAsync(ct));
            Assert.Equal([SignInTrail.Failed, SignInTrail.SignedIn, SignInTrail.PasskeyAdded], events.Select(e => e.Kind));
            Assert.Equal("nobody", events[0].Actor.Value);
            Assert.All(events, e => Assert.Equal(ActorId.Of(person.User.Id).Value, e.Subject));
            Assert.All(events, e => Assert.Null(e.After));
        });
    }

    [Theory, EveryDatabase]
    public async Task Break_glass_accounts_sign_in_and_their_use_is_seen(TestApp app)
    {
        var town = await app.CreateTown("ags:05958004", 18_000);
        var old = await app.UseAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(Actor.House(town.BodyId), (u, ct) => u.Run(town.BodyId, ct));
        var sheets = await app.UseAs<CreateBreakGlassAccounts, IReadOnlyList<CreateBreakGlassAccounts.Sheet>>(Actor.House(town.BodyId), (u, ct) => u.Run(town.BodyId, ct));
        await As(app, async services =>
        {
            var passwords = services.GetRequiredService<PasswordSignIn>();
            Assert.Equal("sign-in.wrong", (await passwords.Run(old[0].UserName, old[0].Password, Address, default)).Refusal?.Code);
            foreach (var sheet in sheets)
                await services.GetRequiredService<SignIn>().Begin(Person.Request(services), (await passwords.Run(sheet.UserName, sheet.Password, Address, default)).Value.User, "password");
        });
        Assert.Equal(2, await app.UseAs<AppDb, int>(Actor.House(town.BodyId), (db, ct) => db.Events.CountAsync(e => e.Kind == SignInTrail.BreakGlassUsed, ct)));
        Assert.Equal(2, await app.UseAs<AppDb, int>(Actor.House(town.BodyId), (db, ct) => db.Set<Member>().CountAsync(ct)));
    }

    [Theory, EveryDatabase]
    public async Task The_first_administrator_takes_over_what_was_there(TestApp app)
    {
        var town = await app.CreateTown("ags:05958004", 18_000);
        var neighbour = await app.CreateTown("ags:05958008", 12_000);
        var secret = (await app.Use<FirstAdministratorLink, string?>((l, ct) => l.Issue(ct)))!["/welcome/".Length..];
        var person = new CreateFirstAdministrator.Person("M. Beispiel", "m.beispiel", Person.Password);
        Task<ResilienceMonitor.Platform.Result<User>> Run(string s, CreateFirstAdministrator.Person p) => app.UseAs<CreateFirstAdministrator, ResilienceMonitor.Platform.Result<User>>(Actor.Nobody, (u, ct) => u.Run(s, p, "ags:05958004", "", ct));
        Assert.Equal("welcome.link-over", (await Run(secret[1..], person)).Refusal?.Code);
        Assert.Equal("password.too-short", (await Run(secret, person with { Password = "kurz" })).Refusal?.Code);
        var user = (await Run(secret, person)).Value;
        Assert.Equal("welcome.link-over", (await Run(secret, person with { UserName = "zweite" })).Refusal?.Code);
        Assert.Null(await app.Use<FirstAdministratorLink, string?>((l, ct) => l.Issue(ct)));
        var tenants = await app.UseAs<AppDb, Dictionary<BodyId, Tenant>>(Actor.System, (db, ct) => db.Set<Tenant>().ToDictionaryAsync(t => t.BodyId, ct));
        Assert.NotNull(tenants[town.BodyId].ClaimedAt);
        Assert.Equal(town.BodyId, tenants[neighbour.BodyId].StewardId);
        var member = await app.UseAs<AppDb, Member>(Actor.Member(user.Id, TenantScope.None, []), (db, ct) => db.Set<Member>().SingleAsync(ct));
        Assert.Contains(Role.BodyAdministrator, member.Roles);
    }

    [Theory, EveryDatabase]
    public async Task The_link_of_the_first_administrator_ends_after_an_hour(TestApp app)
    {
        var secret = (await app.Use<FirstAdministratorLink, string?>((l, ct) => l.Issue(ct)))!["/welcome/".Length..];
        Assert.True(await app.Use<FirstAdministratorLink, bool>((l, _) => Task.FromResult(l.Accepts(secret))));
        app.Clock.Advance(SignInLimits.FirstLink + Duration.FromSeconds(1));
        Assert.False(await app.Use<FirstAdministratorLink, bool>((l, _) => Task.FromResult(l.TryUse(secret))));
    }

    private static Task<bool> As(TestApp app, Func<IServiceProvider, Task> test) => app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, _) =>
    {
        await test(services);
        return true;
    });
}
