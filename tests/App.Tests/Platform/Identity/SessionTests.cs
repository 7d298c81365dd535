using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Keys;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>A session is what the database says, not what a cookie says.</summary>
public sealed class SessionTests
{
    [Theory, EveryDatabase]
    public Task A_session_ends_without_use_and_at_the_latest_after_its_limit(TestApp app) => With(app, async (sessions, _, person) =>
    {
        var idle = await sessions.Begin(person.User.Id, "password", null, default);
        app.Clock.Advance(SignInLimits.Idle + Duration.FromSeconds(1));
        Assert.Null(await sessions.Find(idle, default));
        var used = await sessions.Begin(person.User.Id, "password", null, default);
        for (var hour = 1; hour <= 12; hour++)
        {
            app.Clock.Advance(Duration.FromHours(1));
            Assert.NotNull(await sessions.Find(used, default));
        }

        app.Clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await sessions.Find(used, default));
    });

    [Theory, EveryDatabase]
    public Task A_session_ends_when_the_account_changes(TestApp app) => With(app, async (sessions, services, person) =>
    {
        var users = services.GetRequiredService<UserManager<User>>();
        var secret = await sessions.Begin(person.User.Id, "password", null, default);
        Assert.NotNull(await sessions.Find(secret, default));
        Assert.Null((await services.GetRequiredService<OwnAccount>().ChangePassword(person.User.Id, "gelbe Wolke singt leise", default)).Refusal);
        Assert.Null(await sessions.Find(secret, default));
        secret = await sessions.Begin(person.User.Id, "password", null, default);
        var user = (await users.FindByIdAsync(person.User.Id.ToString()))!;
        user.DisabledAt = app.Clock.GetCurrentInstant();
        await users.UpdateAsync(user);
        Assert.Null(await sessions.Find(secret, default));
    });

    [Theory, EveryDatabase]
    public Task Sessions_are_listed_and_ended_by_their_owner_only(TestApp app) => With(app, async (sessions, services, person) =>
    {
        var other = await Person.In(services, "other");
        var secrets = new List<byte[]>();
        for (var i = 0; i < 3; i++) secrets.Add(await sessions.Begin(person.User.Id, "password", "Firefox, Linux", default));
        var first = (await sessions.Find(secrets[0], default))!;
        Assert.Equal(0, await sessions.End(other.User.Id, first.Handle, default));
        Assert.Equal(3, (await sessions.Of(person.User.Id, default)).Count);
        Assert.Equal(2, await sessions.EndOthers(person.User.Id, first.Handle, default));
        Assert.Null(await sessions.Find(secrets[1], default));
        Assert.NotNull(await sessions.Find(secrets[0], default));
    });

    [Theory, EveryDatabase]
    public Task A_genuine_cookie_without_a_session_is_refused(TestApp app) => With(app, async (sessions, services, person) =>
    {
        var secret = await sessions.Begin(person.User.Id, "password", null, default);
        var cookie = services.GetRequiredService<SessionCookie>().ValueOf(secret);
        Assert.True(await Forgery.IsSignedIn(services, cookie));
        await sessions.End(secret, default);
        Assert.False(await Forgery.IsSignedIn(services, cookie));
    });

    [Theory, EveryDatabase]
    public Task Signing_in_again_in_the_same_browser_makes_a_new_session(TestApp app) => With(app, async (sessions, services, person) =>
    {
        var known = await sessions.Begin(person.User.Id, "password", null, default);
        var http = Person.Request(services);
        http.Request.Headers.Cookie = $"resmon={services.GetRequiredService<SessionCookie>().ValueOf(known)}";
        await services.GetRequiredService<SignIn>().Begin(http, person.User, "passkey");
        Assert.Null(await sessions.Find(known, default));
        var set = Assert.Single(http.Response.Headers.SetCookie)!;
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", set, StringComparison.OrdinalIgnoreCase);
        Assert.True(await Forgery.IsSignedIn(services, set.Split(';')[0].Split('=', 2)[1]));
    });

    [Theory, EveryDatabase]
    public Task Rotating_the_keys_ends_every_session_and_every_cookie(TestApp app) => With(app, async (sessions, services, person) =>
    {
        var secret = await sessions.Begin(person.User.Id, "password", null, default);
        var cookies = services.GetRequiredService<SessionCookie>();
        var cookie = cookies.ValueOf(secret);
        var note = services.GetRequiredService<ShortNote>().Write("test", "x");
        Assert.Equal((1, 0, 0), await services.GetRequiredService<RotateKeys>().Run(Actor.LocalOwner, tokens: true, default));
        Assert.False(await Forgery.IsSignedIn(services, cookie));

        // The framework reads the ring anew beside the requests.
        for (var i = 0; i < 100 && cookies.SecretOf(cookie) is not null; i++) await Task.Delay(100);
        Assert.Null(cookies.SecretOf(cookie));
        Assert.Null(services.GetRequiredService<ShortNote>().Read("test", note));
        Assert.True(await Forgery.IsSignedIn(services, cookies.ValueOf(await sessions.Begin(person.User.Id, "password", null, default))));
    });

    private static Task<bool> With(TestApp app, Func<Sessions, IServiceProvider, Person, Task> test) => app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, _) =>
    {
        await test(services.GetRequiredService<Sessions>(), services, await Person.In(services));
        return true;
    });
}
